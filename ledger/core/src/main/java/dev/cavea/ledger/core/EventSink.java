package dev.cavea.ledger.core;

import dev.cavea.ledger.core.event.Event;

/** Takes the ledger's events, in order, each as soon as it is applied. */
@FunctionalInterface
public interface EventSink {

    /** Ignores them all. */
    EventSink NONE = (position, logTimeMillis, event) -> {};

    void accept(long position, long logTimeMillis, Event event);
}
