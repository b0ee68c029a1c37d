package dev.cavea.platform.catalogue;

/**
 * How much of an event can still be had. The catalogue does not know who owns a seat; whoever
 * watches the ledger says how many nobody owns.
 */
public interface Availability {

    /** Seats and places that are free now. Never blocks. */
    int free(EventOnSale event);
}
