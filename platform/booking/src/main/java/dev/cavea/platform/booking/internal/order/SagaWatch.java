package dev.cavea.platform.booking.internal.order;

/** Looks on while a saga goes; what it throws stops the saga there, as a crash would. */
@FunctionalInterface
interface SagaWatch {

    SagaWatch NOBODY = (_, _) -> {};

    /** Between what, within a step. */
    enum Moment {
        BEFORE_EFFECT,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    void at(Step step, Moment moment);
}
