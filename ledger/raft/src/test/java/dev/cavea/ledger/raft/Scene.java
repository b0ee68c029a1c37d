package dev.cavea.ledger.raft;

import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.command.SellHold;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Houses and commands for tests. */
final class Scene {

    static final int HOLD_MILLIS = 600_000;

    /** Sends nothing twice, however slow the disk is: a second entry would change the log. */
    static final ClientSettings PATIENT =
            ClientSettings.DEFAULTS
                    .withAttemptTimeout(Duration.ofSeconds(20))
                    .withDeadline(Duration.ofSeconds(25));

    private Scene() {}

    /** Rows of 50 seats, one zone. */
    static OpenHouse open(long house, int seats) {
        return open(house, seats, HOLD_MILLIS);
    }

    static OpenHouse open(long house, int seats, int holdMillis) {
        int rows = (seats + 49) / 50;
        int[] starts = new int[rows];
        for (int i = 0; i < rows; i++) {
            starts[i] = i * 50;
        }
        Layout layout =
                new Layout(
                        starts,
                        new char[rows],
                        new byte[seats],
                        new char[seats],
                        new byte[seats],
                        List.of());
        Rules rules =
                new Rules(
                        50,
                        Integer.MAX_VALUE,
                        holdMillis,
                        3,
                        false,
                        0,
                        List.of(new Rules.Window(Rules.PUBLIC, 0, Long.MAX_VALUE)));
        return new OpenHouse(house, layout, rules);
    }

    static HoldSeats hold(long house, long number, int... seats) {
        return new HoldSeats(house, id(number), number, Rules.PUBLIC, Seats.of(seats));
    }

    static SellHold sell(long house, long number) {
        return new SellHold(house, id(number));
    }

    static ReleaseHold release(long house, long number) {
        return new ReleaseHold(house, id(number), number);
    }

    static HoldId id(long number) {
        return new HoldId(0x5eed, number);
    }

    static Answer get(LedgerClient client, dev.cavea.ledger.core.command.Command command) {
        try {
            return client.submit(command).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Below the system's range of ephemeral ports, so that nobody gets it in the meantime. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException taken) {
                // Try another one.
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
