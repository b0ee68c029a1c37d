package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.snapshot.FrozenHouse;
import dev.cavea.ledger.simulator.audit.Auditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Everything that happens, one step after another, as the seed dictates. */
final class World {

    private static final int MEMBERS = 3;
    private static final int CLIENTS = 4;
    private static final long HOUR = 3_600_000;

    /** Steps between two settlements, at which all members and the auditor must agree. */
    private static final int STEPS_TO_SETTLE = 1_000;

    private final Random random;
    private final Cluster cluster;
    private final Traffic traffic;
    private final Auditor auditor = new Auditor();
    private final List<Client> clients = new ArrayList<>();
    private long step;
    private long commands;
    private long events;

    /** The leader's clock: mostly forward, sometimes far, sometimes back. */
    private long clockMillis = 1_000_000;

    World(Subject.Maker maker, Settings settings) {
        random = new Random(settings.seed());
        cluster = new Cluster(maker, MEMBERS);
        traffic = new Traffic(random, settings.houses(), settings.buyers());
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client(random));
        }
    }

    /** Which step is under way, for reporting a violation. */
    long step() {
        return step;
    }

    long commands() {
        return commands;
    }

    long events() {
        return events;
    }

    /** Returns the hash of the final state. */
    long run(long steps) {
        for (step = 1; step <= steps; step++) {
            oneStep();
            if (step % STEPS_TO_SETTLE == 0 || step == steps) {
                settle();
            }
        }
        return cluster.leader().ledger().stateHash();
    }

    private void oneStep() {
        int what = random.nextInt(1_000);
        if (what < 700) {
            send();
        } else if (what < 850) {
            clockMillis += random.nextInt(2_000);
            append(new LogEntry.Tick(clockMillis));
        } else if (what < 930) {
            cluster.follow(random);
        } else if (what < 955) {
            cluster.snapshot(random);
        } else if (what < 975) {
            cluster.crash(random);
        } else if (what < 985) {
            cluster.install(random);
        } else if (what < 998) {
            cluster.changeLeader(random);
            clockMillis += random.nextInt(20_000) - 10_000;
        } else {
            clockMillis += random.nextLong(2 * HOUR);
        }
    }

    private void send() {
        Client client = clients.get(random.nextInt(CLIENTS));
        LogEntry entry = client.send(clockMillis, traffic);
        client.sent(entry, append(entry), traffic);
    }

    private Outcome append(LogEntry entry) {
        Outcome outcome = cluster.append(entry);
        auditor.advanced(entry.stampMillis(), outcome.expiries());
        events += outcome.expiries().size();
        for (Outcome.Step done : outcome.steps()) {
            auditor.executed(done.command(), done.answer(), done.events());
            commands++;
            events += done.events().size();
        }
        return outcome;
    }

    private void settle() {
        cluster.settle();
        for (FrozenHouse house : cluster.leader().ledger().freeze().houses()) {
            auditor.shows(house.house(), house.seatStates());
        }
    }
}
