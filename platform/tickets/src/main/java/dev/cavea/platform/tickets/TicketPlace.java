package dev.cavea.platform.tickets;

import org.jspecify.annotations.Nullable;

/**
 * Where a ticket's holder sits or stands, as people say it.
 *
 * @param seat index in plan order; null for a place in an area
 * @param seatId the seat's public id; null for a place in an area
 * @param section name of the section or of the area
 * @param row null for a place in an area
 * @param number null for a place in an area
 * @param zone name of the price zone
 */
public record TicketPlace(
        @Nullable Integer seat,
        @Nullable String seatId,
        String section,
        @Nullable String row,
        @Nullable String number,
        String zone) {}
