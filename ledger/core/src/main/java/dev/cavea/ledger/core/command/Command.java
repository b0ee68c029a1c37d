package dev.cavea.ledger.core.command;

/** What a caller may ask of the ledger. */
public sealed interface Command
        permits OpenHouse,
                ChangeRules,
                HoldSeats,
                HoldBest,
                HoldCapacity,
                ExtendHold,
                ReleaseHold,
                PinHold,
                SellHold,
                ReturnSeats,
                BlockSeats,
                UnblockSeats,
                MoveSeats,
                CloseHouse {

    /** The house that it is about: the number of an event. */
    long house();
}
