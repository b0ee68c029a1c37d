package dev.cavea.platform.catalogue;

/**
 * How many places of an event are still available. The catalogue does not know who owns a seat;
 * whoever watches the ledger says how many are free.
 */
public interface Availability {

    /** Seats and places that are free now. Never blocks. */
    int free(EventOnSale event);
}
