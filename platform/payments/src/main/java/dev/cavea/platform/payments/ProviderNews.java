package dev.cavea.platform.payments;

/**
 * What a webhook says, once its signature is verified.
 *
 * @param event the message's id; the same message may arrive any number of times
 * @param charge the key of the charge that it is about
 */
public record ProviderNews(String event, String charge, ProviderAnswer answer) {}
