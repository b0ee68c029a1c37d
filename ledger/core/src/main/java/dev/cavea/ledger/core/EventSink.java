package dev.cavea.ledger.core;

import dev.cavea.ledger.core.event.Event;

/** Takes the events that the ledger causes, in order, each as soon as it is applied. */
@FunctionalInterface
public interface EventSink {

    /** For who needs none of them. */
    EventSink NONE = (position, logTimeMillis, event) -> {};

    void accept(long position, long logTimeMillis, Event event);
}
