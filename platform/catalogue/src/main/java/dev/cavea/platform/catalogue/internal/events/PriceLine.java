package dev.cavea.platform.catalogue.internal.events;

/**
 * What a zone costs, as the organiser gave it.
 *
 * @param zone the zone's name, or {@code *} for all that no other line names
 */
public record PriceLine(String zone, long amountMinor, long feeMinor, String currency) {

    public static final String ALL = "*";
}
