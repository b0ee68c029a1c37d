package dev.cavea.platform.payments.internal.webhook;

import dev.cavea.platform.kernel.Timer;
import dev.cavea.platform.payments.Payments;
import dev.cavea.platform.payments.SandboxPayments;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The module's parts, made once; they need a {@link Jdbi} and a {@link Clock} from the whole. */
@Singleton
public class PaymentsBeans {

    private static final Duration ASKING = Duration.ofSeconds(2);

    private List<Timer> asking = List.of();

    @Produces
    @Singleton
    SandboxPayments sandbox(Jdbi database, Clock clock) {
        return new SandboxPayments(database, clock);
    }

    void stopped(@Disposes SandboxPayments sandbox) {
        sandbox.close();
    }

    @Produces
    @Singleton
    Payments payments(Jdbi database, Clock clock, SandboxPayments sandbox) {
        return new Payments(database, clock, List.of(sandbox));
    }

    void start(@Observes Router started, Payments payments, SandboxPayments sandbox) {
        sandbox.start(payments::webhook);
        asking = List.of(Timer.every(ASKING, "open-payments", payments::reconcile));
    }

    @PreDestroy
    void stop() {
        asking.forEach(Timer::close);
    }
}
