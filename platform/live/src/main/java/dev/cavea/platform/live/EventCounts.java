package dev.cavea.platform.live;

import dev.cavea.ledger.core.event.Event;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each kind of event was seen. */
final class EventCounts {

    private final Map<String, LongAdder> byKind = new TreeMap<>();

    EventCounts() {
        for (Class<?> kind : Event.class.getPermittedSubclasses()) {
            byKind.put(kind.getSimpleName(), new LongAdder());
        }
    }

    void count(Event event) {
        LongAdder count = byKind.get(event.getClass().getSimpleName());
        if (count != null) {
            count.increment();
        }
    }

    Map<String, LongAdder> byKind() {
        return byKind;
    }
}
