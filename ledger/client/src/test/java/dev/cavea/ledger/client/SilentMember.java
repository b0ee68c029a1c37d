package dev.cavea.ledger.client;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.wire.AnswerPack;
import dev.cavea.ledger.wire.AnswerPack.Outcome;
import dev.cavea.ledger.wire.Pack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A member that opens sessions and leaves everything else to the test. */
final class SilentMember implements LedgerMember {

    /** A pack that arrived, to be answered or not. */
    record Arrived(Pack pack, CompletableFuture<byte[]> reply) {

        /** Each command's position is the number of the pack. */
        void answer() {
            List<Answer> answers = new ArrayList<>();
            pack.commands().forEach(_ -> answers.add(new Answer.Done(pack.number())));
            reply.complete(new AnswerPack(Outcome.DECIDED, pack.session(), 0, answers).toBytes());
        }

        void answer(Outcome outcome) {
            reply.complete(new AnswerPack(outcome, pack.session(), 0, List.of()).toBytes());
        }
    }

    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private long sessions;
    private volatile boolean refusesSessions;

    void refuseSessions() {
        refusesSessions = true;
    }

    @Override
    public boolean leads() {
        return true;
    }

    @Override
    public CompletableFuture<byte[]> submit(byte[] bytes) {
        Pack pack = Pack.read(bytes);
        if (pack.purpose() == Pack.Purpose.OPEN_SESSION && refusesSessions) {
            return new CompletableFuture<>();
        }
        if (pack.purpose() == Pack.Purpose.OPEN_SESSION) {
            return CompletableFuture.completedFuture(
                    new AnswerPack(Outcome.DECIDED, ++sessions, 0, List.of()).toBytes());
        }
        Arrived here = new Arrived(pack, new CompletableFuture<>());
        arrived.add(here);
        return here.reply;
    }

    @Override
    public CompletableFuture<byte[]> ask(byte[] question) {
        return new CompletableFuture<>();
    }

    Arrived next() throws InterruptedException {
        Arrived next = arrived.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no pack arrived");
        }
        return next;
    }

    boolean isQuiet() {
        return arrived.isEmpty();
    }
}
