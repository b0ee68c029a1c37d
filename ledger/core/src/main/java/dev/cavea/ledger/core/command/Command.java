package dev.cavea.ledger.core.command;

/** What a caller may ask the ledger to do. */
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

    /** The house it is about: the number of an event. */
    long house();
}
