package dev.cavea.platform.booking;

/**
 * Where buyers reach the pages from anywhere; links in letters start with it.
 *
 * @param url as {@code https://tickets.example.org}, without a trailing slash
 */
public record PublicAddress(String url) {}
