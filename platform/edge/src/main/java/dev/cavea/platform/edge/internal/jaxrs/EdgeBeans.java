package dev.cavea.platform.edge.internal.jaxrs;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cavea.platform.edge.BodyLimits;
import dev.cavea.platform.edge.HotIdempotency;
import dev.cavea.platform.edge.IdempotencyStore;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.edge.KeptAnswers;
import dev.cavea.platform.edge.Life;
import dev.cavea.platform.edge.ProblemResponse;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.edge.SoundAddress;
import dev.cavea.platform.kernel.Timer;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The edge's parts, made once; they need a {@link Jdbi}, a {@link Clock} and a {@link Life} from
 * the application.
 */
@Singleton
public class EdgeBeans {

    private static final int BEFORE_LIMITS = -2_500;
    private static final int BEFORE_ALL = -1_000;
    private static final int AFTER_ALL = 100_000;
    private static final Duration CLEANING = Duration.ofMinutes(10);

    private List<Timer> cleaning = List.of();

    /**
     * JAX-RS asks for the filter by its class, which the container does not see: unless something
     * names it as a bean, it would be removed as unused.
     */
    @Inject Instance<IdempotencyFilter> kept;

    @Produces
    @Singleton
    ObjectMapper json() {
        return Json.mapper();
    }

    @Produces
    @Singleton
    BodyLimits bodyLimits() {
        return BodyLimits.standard();
    }

    @Produces
    @Singleton
    IdempotencyStore idempotency(Jdbi database, Clock clock, Life life) {
        return new IdempotencyStore(database, clock, life);
    }

    @Produces
    @Singleton
    HotIdempotency hotIdempotency(Jdbi database, IdempotencyStore store, Clock clock) {
        return new HotIdempotency(new KeptAnswers(database, store, clock));
    }

    void closed(@Disposes HotIdempotency hot) {
        hot.close();
    }

    /** Forgets yesterday's answers, every ten minutes, as many as there are. */
    void startCleaning(@Observes Router started, IdempotencyStore store, HotIdempotency hot) {
        cleaning =
                List.of(
                        Timer.every(CLEANING, "old-answers", () -> clean(store)),
                        Timer.every(IdempotencyStore.KEPT, "old-keys", hot::forgetOld));
    }

    private static void clean(IdempotencyStore store) {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = store.clean();
        }
    }

    @PreDestroy
    void stopCleaning() {
        cleaning.forEach(Timer::close);
    }

    /** The first and the last handler of every request to the API. */
    void install(@Observes Router router, BodyLimits limits, Clock clock) {
        router.route().order(BEFORE_LIMITS).handler(new UnreadBodies());
        router.route("/api/*").order(BEFORE_ALL - 1).handler(new DateHeader(clock));
        router.route("/api/*").order(BEFORE_ALL).handler(new SoundAddress());
        router.route("/api/*").order(BEFORE_ALL).handler(limits);
        router.route("/api/*")
                .order(AFTER_ALL)
                .handler(
                        request ->
                                ProblemResponse.write(
                                        request.response(),
                                        Problems.noSuchPath(request.normalizedPath())));
    }
}
