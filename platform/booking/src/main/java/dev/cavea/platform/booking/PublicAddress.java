package dev.cavea.platform.booking;

/**
 * Where buyers reach the pages from anywhere; the links in letters begin with it.
 *
 * @param url as {@code https://tickets.example.org}, without a slash behind
 */
public record PublicAddress(String url) {}
