package dev.cavea.ledger.client;

import java.time.Duration;

/**
 * How a client packs commands, waits for answers and gives up.
 *
 * @param maxPackCommands in one pack
 * @param maxPackBytes of one pack, unless a single command is longer
 * @param packsInFlight sent and not yet answered
 * @param linger how long a pack keeps filling while another is on its way; a lone caller never
 *     waits for it
 * @param maxQueued commands waiting to be packed; more are refused at once
 * @param deadline how long a caller waits for an answer
 * @param attemptTimeout when an attempt counts as lost and the pack is sent again
 */
public record ClientSettings(
        int maxPackCommands,
        int maxPackBytes,
        int packsInFlight,
        Duration linger,
        int maxQueued,
        Duration deadline,
        Duration attemptTimeout) {

    public static final ClientSettings DEFAULTS =
            new ClientSettings(
                    1024,
                    1 << 20,
                    2,
                    Duration.ofNanos(500_000),
                    65_536,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1));

    public ClientSettings {
        if (maxPackCommands < 1 || maxPackBytes < 1 || packsInFlight < 1 || maxQueued < 1) {
            throw new IllegalArgumentException("sizes and counts are at least 1");
        }
        if (linger.isNegative() || !deadline.isPositive() || !attemptTimeout.isPositive()) {
            throw new IllegalArgumentException("durations are positive, linger at least 0");
        }
    }

    public ClientSettings withPacksInFlight(int packs, Duration newLinger) {
        return new ClientSettings(
                maxPackCommands,
                maxPackBytes,
                packs,
                newLinger,
                maxQueued,
                deadline,
                attemptTimeout);
    }

    public ClientSettings withDeadline(Duration newDeadline) {
        return new ClientSettings(
                maxPackCommands,
                maxPackBytes,
                packsInFlight,
                linger,
                maxQueued,
                newDeadline,
                attemptTimeout);
    }

    public ClientSettings withMaxQueued(int commands) {
        return new ClientSettings(
                maxPackCommands,
                maxPackBytes,
                packsInFlight,
                linger,
                commands,
                deadline,
                attemptTimeout);
    }

    public ClientSettings withAttemptTimeout(Duration timeout) {
        return new ClientSettings(
                maxPackCommands, maxPackBytes, packsInFlight, linger, maxQueued, deadline, timeout);
    }
}
