package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.simulator.LogEntry.Numbered;
import dev.cavea.ledger.simulator.audit.Auditor;
import dev.cavea.ledger.simulator.audit.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * A gateway process: numbers its packs in a session and sends each until it has the answers. What
 * it sends may overtake, arrive twice, or have its answer lost.
 */
final class Client {

    private static final int MOST_IN_FLIGHT = 4;
    private static final long NO_SESSION = 0;

    private final Random random;
    private long session = NO_SESSION;
    private long lastPack;

    /** Sent or about to be, and not confirmed. */
    private final TreeMap<Long, Numbered> inFlight = new TreeMap<>();

    /** What the ledger first said to packs, which it must say again. */
    private final TreeMap<Long, List<Answer>> firstAnswers = new TreeMap<>();

    private final List<Numbered> confirmed = new ArrayList<>();

    Client(Random random) {
        this.random = random;
    }

    /** What reaches the log next. */
    LogEntry send(long stampMillis, Traffic traffic) {
        if (session == NO_SESSION) {
            return new LogEntry.OpenSession(stampMillis);
        }
        while (inFlight.size() < MOST_IN_FLIGHT) {
            inFlight.put(++lastPack, new Numbered(session, lastPack, commands(traffic)));
        }
        return new LogEntry.Pack(stampMillis, any(), inFlight.firstKey());
    }

    private Numbered any() {
        if (!confirmed.isEmpty() && random.nextInt(20) == 0) {
            return confirmed.get(random.nextInt(confirmed.size()));
        }
        List<Numbered> candidates = List.copyOf(inFlight.values());
        return candidates.get(random.nextInt(candidates.size()));
    }

    private List<Command> commands(Traffic traffic) {
        List<Command> commands = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            commands.add(traffic.next());
        }
        return commands;
    }

    /** The log has taken the entry; whether the client hears of it is left to chance. */
    void sent(LogEntry entry, Outcome outcome, Traffic traffic) {
        switch (entry) {
            case LogEntry.Tick _ -> {}
            case LogEntry.OpenSession _ -> opened(outcome.session());
            case LogEntry.Pack pack -> answered(pack.pack(), outcome, traffic);
        }
    }

    private void opened(long number) {
        session = number;
        lastPack = 0;
        inFlight.clear();
        firstAnswers.clear();
        confirmed.clear();
    }

    private void answered(Numbered pack, Outcome outcome, Traffic traffic) {
        switch (outcome.kind()) {
            case EXECUTED -> executedOnce(pack, outcome.answers());
            case REMEMBERED -> Auditor.retried(firstAnswers(pack), outcome.answers());
            case CONFIRMED -> {
                boolean isRight = !inFlight.containsKey(pack.number());
                expect(isRight, "pack " + pack.number() + " is refused although never confirmed");
            }
            case SESSION_ENDED -> session = NO_SESSION;
            case NO_PACK -> throw new Violation("a pack came to nothing");
        }
        boolean isHeard = random.nextInt(4) != 0;
        if (isHeard && !outcome.answers().isEmpty() && inFlight.remove(pack.number()) != null) {
            confirmed.add(pack);
            if (confirmed.size() > MOST_IN_FLIGHT) {
                confirmed.removeFirst();
            }
            for (int i = 0; i < pack.commands().size(); i++) {
                traffic.learn(pack.commands().get(i), outcome.answers().get(i));
            }
        }
    }

    private void executedOnce(Numbered pack, List<Answer> answers) {
        List<Answer> before = firstAnswers.put(pack.number(), answers);
        expect(before == null, "pack " + pack.number() + " is executed twice");
        firstAnswers.keySet().removeIf(number -> !mayBeSentAgain(number));
    }

    private boolean mayBeSentAgain(long number) {
        return inFlight.containsKey(number)
                || confirmed.stream().anyMatch(pack -> pack.number() == number);
    }

    private List<Answer> firstAnswers(Numbered pack) {
        List<Answer> first = firstAnswers.get(pack.number());
        if (first == null) {
            throw new Violation("pack " + pack.number() + " is remembered although never executed");
        }
        return first;
    }

    private static void expect(boolean holds, String facts) {
        if (!holds) {
            throw new Violation(facts);
        }
    }
}
