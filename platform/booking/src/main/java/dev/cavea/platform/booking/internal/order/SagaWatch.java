package dev.cavea.platform.booking.internal.order;

/** Watches a saga run; whatever it throws stops the saga there, as a crash would. */
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
