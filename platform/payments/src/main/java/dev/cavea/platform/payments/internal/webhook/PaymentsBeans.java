package dev.cavea.platform.payments.internal.webhook;

import dev.cavea.platform.payments.PaymentMethods;
import dev.cavea.platform.payments.PaymentProvider;
import dev.cavea.platform.payments.Payments;
import dev.cavea.platform.payments.SandboxPayments;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The module's parts, made once; they need a {@link Jdbi} and a {@link Clock} from the application,
 * and take {@link PaymentMethods} if there are any: otherwise only the sandbox is on.
 */
@Singleton
public class PaymentsBeans {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentsBeans.class);

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
    Payments payments(
            Jdbi database,
            Clock clock,
            @Any Instance<PaymentProvider> known,
            Instance<PaymentMethods> methods) {
        PaymentMethods wanted =
                methods.isResolvable()
                        ? methods.get()
                        : new PaymentMethods(Set.of(SandboxPayments.NAME));
        List<PaymentProvider> on =
                known.stream().filter(one -> wanted.names().contains(one.name())).toList();
        return new Payments(database, clock, on);
    }

    void stopped(@Disposes Payments payments) {
        payments.stop();
    }

    void start(@Observes Router started, Payments payments, SandboxPayments sandbox) {
        if (payments.methods().contains(SandboxPayments.NAME)) {
            LOG.warn(
                    "PAYMENTS ARE A SANDBOX: no money moves, and bookings cost nothing."
                            + " cavea.payments says which providers there are.");
            sandbox.start(payments::webhook);
        }
        if (payments.methods().isEmpty()) {
            LOG.warn(
                    "NO PAYMENT PROVIDER is switched on: only what is free can be booked."
                            + " cavea.payments says which providers there are.");
        }
        payments.start();
    }
}
