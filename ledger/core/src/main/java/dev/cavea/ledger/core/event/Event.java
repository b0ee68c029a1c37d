package dev.cavea.ledger.core.event;

/** What has happened. Applying the events of the feed in order gives the ledger's state. */
public sealed interface Event
        permits HouseOpened,
                RulesChanged,
                PlacesHeld,
                HoldExtended,
                HoldReleased,
                HoldExpired,
                HoldPinned,
                HoldSold,
                PlacesReturned,
                PlacesBlocked,
                PlacesUnblocked,
                SeatsMoved,
                HouseClosed {

    /** The house in which it happened. */
    long house();
}
