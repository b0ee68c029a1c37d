package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.ledger.client.LedgerUnavailable;
import dev.cavea.ledger.core.Answer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the ledger on a virtual thread. */
final class LedgerAnswers {

    private LedgerAnswers() {}

    /** Throws {@link LedgerUnavailable} when no answer comes. */
    static Answer await(CompletableFuture<Answer> answer, Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LedgerUnavailable unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("the ledger failed", e.getCause());
        } catch (TimeoutException e) {
            throw unknown("no answer within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("interrupted while waiting");
        }
    }

    private static LedgerUnavailable unknown(String message) {
        return new LedgerUnavailable(LedgerUnavailable.Outcome.UNKNOWN, message);
    }
}
