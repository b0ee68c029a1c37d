package dev.cavea.ledger.client;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Many threads add, one takes everything at once; the calls themselves are the links. */
final class CallQueue {

    private final AtomicReference<@Nullable Call> last = new AtomicReference<>();

    void add(Call call) {
        Call before;
        do {
            before = last.get();
            call.next = before;
        } while (!last.compareAndSet(before, call));
    }

    boolean isEmpty() {
        return last.get() == null;
    }

    /** Moves all calls to the end of the list, in the order in which they were added. */
    int drainTo(ArrayDeque<Call> list) {
        Call call = last.getAndSet(null);
        Call first = null;
        int count = 0;
        while (call != null) {
            Call before = call.next;
            call.next = first;
            first = call;
            call = before;
            count++;
        }
        while (first != null) {
            Call next = first.next;
            first.next = null;
            list.addLast(first);
            first = next;
        }
        return count;
    }
}
