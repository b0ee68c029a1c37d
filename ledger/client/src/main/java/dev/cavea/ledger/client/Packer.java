package dev.cavea.ledger.client;

import dev.cavea.ledger.client.LedgerUnavailable.Outcome;
import dev.cavea.ledger.wire.AnswerPack;
import dev.cavea.ledger.wire.Pack;
import dev.cavea.ledger.wire.PackWriter;
import dev.cavea.ledger.wire.WireException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that gathers all callers' commands into packs, sends them, resends them under the
 * same number until they are answered, and gives up once no caller is waiting any more.
 */
final class Packer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Packer.class);

    /** How often deadlines and lost attempts are checked while something is under way. */
    private static final long CHECK_NANOS = 5_000_000;

    private static final long CLOSING_NANOS = 2_000_000_000;

    private final Route route;
    private final ClientSettings settings;
    private final CallQueue incoming;
    private final AtomicInteger queued;
    private final ArrayDeque<Call> waiting = new ArrayDeque<>();
    private final List<Flight> flights = new ArrayList<>();
    private final PackWriter writer;
    private final Opening opening = new Opening();

    private long session;
    private long nextNumber = 1;
    private volatile boolean asleep;
    private volatile boolean lingering;
    private volatile boolean closed;
    private volatile boolean finished;
    private volatile @Nullable Thread thread;

    Packer(Route route, ClientSettings settings, CallQueue incoming, AtomicInteger queued) {
        this.route = route;
        this.settings = settings;
        this.incoming = incoming;
        this.queued = queued;
        this.writer = new PackWriter(settings.maxPackBytes());
    }

    void start() {
        Thread owner = Thread.ofPlatform().daemon().name("ledger-packer").unstarted(this);
        thread = owner;
        owner.start();
    }

    /** Called after a call was added. */
    void callAdded() {
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    void awaitFinished() {
        Thread owner = thread;
        try {
            if (owner != null && owner != Thread.currentThread()) {
                owner.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing more is sent; what is still in the queue never will be. */
    boolean isFinished() {
        return finished;
    }

    @Override
    public void run() {
        while (!closed) {
            step();
        }
        finish();
    }

    private void finish() {
        incoming.drainTo(waiting);
        LedgerUnavailable closing =
                new LedgerUnavailable(Outcome.NOT_SENT, "the client was closed");
        waiting.forEach(call -> call.fail(closing));
        waiting.clear();
        long giveUpAt = System.nanoTime() + CLOSING_NANOS;
        while (!flights.isEmpty() && System.nanoTime() < giveUpAt) {
            tend(System.nanoTime());
            LockSupport.parkNanos(this, CHECK_NANOS);
        }
        flights.forEach(flight -> giveUp(flight, "the client was closed"));
        finished = true;
        incoming.drainTo(waiting);
        waiting.forEach(call -> call.fail(closing));
    }

    private void step() {
        long now = System.nanoTime();
        incoming.drainTo(waiting);
        tend(now);
        dropLateCalls(now);
        if (session == 0) {
            openSession(now);
        } else if (flights.size() < settings.packsInFlight() && !waiting.isEmpty()) {
            if (!flights.isEmpty() && waiting.size() < settings.maxPackCommands() / 2) {
                lingering = true;
                LockSupport.parkNanos(this, settings.linger().toNanos());
                lingering = false;
                incoming.drainTo(waiting);
            }
            send();
            return;
        }
        sleep();
    }

    /** Looks after the packs under way. */
    private void tend(long now) {
        List<Call> again = new ArrayList<>();
        for (Iterator<Flight> each = flights.iterator(); each.hasNext(); ) {
            Flight flight = each.next();
            if (flight.stage() == Flight.Stage.LANDED) {
                each.remove();
            } else if (flight.stage() == Flight.Stage.SESSION_ENDED) {
                each.remove();
                sessionEnded(flight, again);
            } else if (flight.isLate(now)) {
                each.remove();
                giveUp(flight, "no answer before the deadline");
            } else if (flight.isDue(now)) {
                attempt(flight, now);
            }
        }
        for (Call call : again.reversed()) {
            waiting.addFirst(call);
            queued.incrementAndGet();
        }
    }

    /** A pack that was sent once was certainly not decided; one sent twice may have been. */
    private void sessionEnded(Flight flight, List<Call> again) {
        if (flight.session == session) {
            LOG.info("session {} has ended; opening another", session);
            session = 0;
        }
        if (flight.attempts() == 1) {
            again.addAll(flight.calls);
        } else {
            giveUp(flight, "the session ended before the answer came");
        }
    }

    private void giveUp(Flight flight, String why) {
        if (flight.land()) {
            flight.fail(Outcome.UNKNOWN, why);
        }
    }

    private void dropLateCalls(long now) {
        Call first = waiting.peekFirst();
        while (first != null && now - first.deadlineNanos > 0) {
            waiting.removeFirst();
            queued.decrementAndGet();
            first.fail(new LedgerUnavailable(Outcome.NOT_SENT, "not sent before the deadline"));
            first = waiting.peekFirst();
        }
    }

    private void openSession(long now) {
        long opened = opening.take();
        if (opened != 0) {
            session = opened;
            nextNumber = 1;
            LockSupport.unpark(thread);
        } else if (!waiting.isEmpty() && opening.isDue(now)) {
            opening.send(now);
        }
    }

    private void send() {
        List<Call> calls = new ArrayList<>(Math.min(waiting.size(), settings.maxPackCommands()));
        int taken = 0;
        for (Call call = waiting.peekFirst();
                call != null && calls.size() < settings.maxPackCommands();
                call = waiting.peekFirst()) {
            if (!call.isDone() && !add(call, calls)) {
                break;
            }
            waiting.removeFirst();
            taken++;
        }
        queued.addAndGet(-taken);
        if (calls.isEmpty()) {
            return;
        }
        long number = nextNumber++;
        byte[] pack = writer.finish(session, number, confirmedBelow(number));
        Flight flight = new Flight(session, number, pack, calls);
        flights.add(flight);
        attempt(flight, System.nanoTime());
    }

    /** False when the pack is full. */
    private boolean add(Call call, List<Call> calls) {
        try {
            if (!writer.add(call.command)) {
                return false;
            }
            calls.add(call);
        } catch (WireException e) {
            call.completeExceptionally(new IllegalArgumentException(e.getMessage()));
        }
        return true;
    }

    private long confirmedBelow(long number) {
        long lowest = number;
        for (Flight flight : flights) {
            if (flight.session == session && flight.stage() != Flight.Stage.LANDED) {
                lowest = Math.min(lowest, flight.number);
            }
        }
        return lowest;
    }

    private void attempt(Flight flight, long now) {
        flight.sent(
                now,
                settings.attemptTimeout().toNanos()
                        + flight.pack.length * RemoteMembers.NANOS_PER_BYTE);
        var _ =
                route.submit(flight.pack)
                        .whenComplete((reply, failure) -> replied(flight, reply, failure));
    }

    /**
     * Runs on the thread that brings the answer: callers need not wait for the owner to wake up.
     */
    private void replied(Flight flight, byte @Nullable [] reply, @Nullable Throwable failure) {
        if (reply == null) {
            LOG.debug("pack {} of session {}", flight.number, flight.session, failure);
            flight.attemptFailed();
        } else {
            try {
                landed(flight, AnswerPack.read(reply));
            } catch (WireException e) {
                LOG.error("unreadable answer", e);
                giveUp(flight, "the answer cannot be read: " + e.getMessage());
            }
        }
        if (asleep || lingering) {
            LockSupport.unpark(thread);
        }
    }

    private void landed(Flight flight, AnswerPack answers) {
        switch (answers.outcome()) {
            case DECIDED -> {
                if (answers.answers().size() != flight.calls.size()) {
                    throw new WireException("answers to another pack");
                }
                if (flight.land()) {
                    flight.complete(answers.answers());
                }
            }
            case SESSION_ENDED -> flight.sessionEnded();
            case ALREADY_CONFIRMED -> giveUp(flight, "the pack's answers are forgotten");
        }
    }

    private void sleep() {
        asleep = true;
        if (!incoming.isEmpty() || closed || hasNews()) {
            asleep = false;
            return;
        }
        if (flights.isEmpty() && waiting.isEmpty()) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, CHECK_NANOS);
        }
        asleep = false;
    }

    private boolean hasNews() {
        for (Flight flight : flights) {
            if (flight.stage() == Flight.Stage.LANDED
                    || flight.stage() == Flight.Stage.SESSION_ENDED) {
                return true;
            }
        }
        return opening.opened != 0;
    }

    /** Asks for a session until there is one; a surplus session ends by itself. */
    private final class Opening {

        private static final long PAUSE_NANOS = 20_000_000;

        private volatile long opened;
        private volatile boolean underWay;
        private long sentNanos;

        long take() {
            long number = opened;
            opened = 0;
            return number;
        }

        boolean isDue(long now) {
            long wait = underWay ? settings.attemptTimeout().toNanos() : PAUSE_NANOS;
            return sentNanos == 0 || now - sentNanos >= wait;
        }

        void send(long now) {
            sentNanos = now;
            underWay = true;
            var _ = route.submit(Pack.openSession()).whenComplete(this::replied);
        }

        private void replied(byte @Nullable [] reply, @Nullable Throwable failure) {
            underWay = false;
            if (reply != null) {
                opened = AnswerPack.read(reply).session();
            } else {
                LOG.debug("opening a session", failure);
            }
            LockSupport.unpark(thread);
        }
    }
}
