package dev.cavea.bench.http.load;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Says which connection sends next, and since when it should have. */
abstract class Schedule {

    private static final Script SILENCE = (int connection, ByteBuffer request) -> {};

    /** Between runs: nothing is due. */
    static final Schedule NONE =
            new Schedule(SILENCE) {
                @Override
                void free(Connection connection, long now) {}

                @Override
                @Nullable Connection due(long now) {
                    return null;
                }
            };

    private final Script script;
    private boolean ended;

    Schedule(Script script) {
        this.script = script;
    }

    static Schedule of(Pace pace, Script script, long start, long end) {
        return switch (pace) {
            case Pace.Closed() -> new AtOnce(script);
            case Pace.Think(long every) -> new Thinking(script, every);
            case Pace.Open(double rate) -> new FixedRate(script, start, end, rate);
        };
    }

    /** From now on nothing new is due. */
    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Whether something that was due before the end is still to be sent. */
    boolean hasBacklog() {
        return false;
    }

    /** A connection has nothing under way. */
    abstract void free(Connection connection, long now);

    /** The next connection that should have sent by now, with its due time set. */
    abstract @Nullable Connection due(long now);

    long nextDueNanos() {
        return Long.MAX_VALUE;
    }

    /** Whether an answer is followed by a request at once. */
    boolean isImmediate() {
        return false;
    }

    Script script() {
        return script;
    }

    private static final class AtOnce extends Schedule {

        private final Queue<Connection> free = new ArrayDeque<>();

        AtOnce(Script script) {
            super(script);
        }

        @Override
        void free(Connection connection, long now) {
            connection.dueNanos = now;
            free.add(connection);
        }

        @Override
        @Nullable Connection due(long now) {
            Connection connection = hasEnded() ? null : free.poll();
            while (connection != null && !connection.isFree()) {
                connection = free.poll();
            }
            return connection;
        }

        @Override
        boolean isImmediate() {
            return true;
        }
    }

    private static final class Thinking extends Schedule {

        private final long everyNanos;
        private final PriorityQueue<Turn> turns = new PriorityQueue<>();

        private record Turn(long dueNanos, Connection connection) implements Comparable<Turn> {
            @Override
            public int compareTo(Turn other) {
                return Long.compare(dueNanos, other.dueNanos);
            }
        }

        Thinking(Script script, long everyNanos) {
            super(script);
            this.everyNanos = everyNanos;
        }

        @Override
        void free(Connection connection, long now) {
            boolean first = connection.script != script();
            long due =
                    first
                            ? now + ThreadLocalRandom.current().nextLong(everyNanos)
                            : connection.dueNanos + everyNanos;
            turns.add(new Turn(due, connection));
        }

        @Override
        @Nullable Connection due(long now) {
            Turn turn = turns.peek();
            if (turn == null || turn.dueNanos > now || hasEnded()) {
                return null;
            }
            turns.remove();
            if (!turn.connection.isFree()) {
                return due(now);
            }
            turn.connection.dueNanos = turn.dueNanos;
            return turn.connection;
        }

        @Override
        long nextDueNanos() {
            Turn turn = turns.peek();
            return turn == null ? Long.MAX_VALUE : turn.dueNanos;
        }
    }

    private static final class FixedRate extends Schedule {

        private final double nanosBetween;
        private final long start;
        private final long end;
        private final Queue<Connection> free = new ArrayDeque<>();
        private long sent;

        FixedRate(Script script, long start, long end, double perSecond) {
            super(script);
            this.start = start;
            this.end = end;
            this.nanosBetween = 1e9 / perSecond;
        }

        @Override
        void free(Connection connection, long now) {
            free.add(connection);
        }

        @Override
        @Nullable Connection due(long now) {
            long due = nextDueNanos();
            if (due > now) {
                return null;
            }
            Connection connection = free.poll();
            while (connection != null && !connection.isFree()) {
                connection = free.poll();
            }
            if (connection != null) {
                connection.dueNanos = due;
                sent++;
            }
            return connection;
        }

        @Override
        boolean hasBacklog() {
            return nextDueNanos() < end;
        }

        @Override
        long nextDueNanos() {
            long due = start + (long) (sent * nanosBetween);
            return due < end ? due : Long.MAX_VALUE;
        }

        @Override
        boolean isImmediate() {
            // A backlog is worked off as soon as a connection is free.
            return true;
        }
    }
}
