package dev.cavea.ledger.wire;

import dev.cavea.ledger.core.command.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * Many commands in one entry of the log.
 *
 * <pre>
 *  0  schema, version, kind           4 bytes
 *  4  purpose                         1
 *  5  session                         8   who numbers the packs
 * 13  number                          8   1 for a session's first pack
 * 21  confirmed below                 8   answers to packs below it have arrived
 * 29  log time in milliseconds        8   0 until the member that leads stamps it
 * 37  count of commands               4
 * 41  the commands
 * </pre>
 */
public record Pack(
        Purpose purpose,
        long session,
        long number,
        long confirmedBelow,
        long logTimeMillis,
        List<Command> commands) {

    /** No member takes a longer pack, header included. */
    public static final int MAX_BYTES = 15 << 19; // 7.5 MiB: a house of 1,048,576 rows and seats

    static final int HEADER_BYTES = 41;

    private static final int LOG_TIME_AT = 29;
    private static final int LOG_TIME_END = 37;

    /** What a pack is for. */
    public enum Purpose {
        COMMANDS(1),
        /** Opens a session, which the answer names; no commands. */
        OPEN_SESSION(2),
        /** Advances log time while there are no requests; no session, no commands. */
        TICK(3);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        private static Purpose of(int number) {
            return switch (number) {
                case 1 -> COMMANDS;
                case 2 -> OPEN_SESSION;
                case 3 -> TICK;
                default -> throw new WireException("no pack has the purpose " + number);
            };
        }
    }

    public Pack {
        commands = List.copyOf(commands);
    }

    public static byte[] openSession() {
        return new PackWriter(HEADER_BYTES).finish(Purpose.OPEN_SESSION, 0, 0, 0);
    }

    public static byte[] tick() {
        return new PackWriter(HEADER_BYTES).finish(Purpose.TICK, 0, 0, 0);
    }

    public static Pack read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new WireException(
                    "a pack of %d bytes; %d are allowed".formatted(bytes.length, MAX_BYTES));
        }
        WireIn in = new WireIn(bytes);
        Schema.check(in, Schema.PACK);
        Purpose purpose = Purpose.of(in.getByte());
        long session = in.getLong();
        long number = in.getLong();
        long confirmedBelow = in.getLong();
        long logTimeMillis = in.getLong();
        int count = in.getCount(Commands.LEAST_BYTES);
        if (purpose != Purpose.COMMANDS && count != 0) {
            throw new WireException("%d commands in a pack for %s".formatted(count, purpose));
        }
        List<Command> commands = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            commands.add(Commands.read(in));
        }
        in.expectEnd();
        return new Pack(purpose, session, number, confirmedBelow, logTimeMillis, commands);
    }

    /** A copy that carries the log time; its sender may send the original again. */
    public static byte[] stamped(byte[] pack, long logTimeMillis) {
        if (pack.length < HEADER_BYTES) {
            throw new WireException("a pack of %d bytes is cut short".formatted(pack.length));
        }
        byte[] stamped = pack.clone();
        for (int at = LOG_TIME_AT; at < LOG_TIME_END; at++) {
            stamped[at] = (byte) (logTimeMillis >>> (8 * (LOG_TIME_END - 1 - at)));
        }
        return stamped;
    }

    public Pack at(long newLogTimeMillis) {
        return new Pack(purpose, session, number, confirmedBelow, newLogTimeMillis, commands);
    }
}
