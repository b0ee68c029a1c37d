package dev.cavea.app;

import dev.cavea.ledger.raft.LedgerNode;
import dev.cavea.ledger.raft.LedgerStatus;
import dev.cavea.platform.booking.BookingHealth;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.kernel.Pulse;
import dev.cavea.platform.kernel.Troubles;
import dev.cavea.platform.live.FeedFollower;
import dev.cavea.platform.payments.PaymentMethods;
import dev.cavea.platform.storage.DatabasePulse;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.jspecify.annotations.Nullable;

/** The truth about each part, for whoever operates the server. */
@Singleton
public final class Checks {

    private static final long LEAST_BYTES = 64L << 20;

    /** A process that answers this is alive; whether it can sell is another question. */
    @Produces
    @Liveness
    HealthCheck process() {
        return () -> HealthCheckResponse.up("process");
    }

    @Produces
    @org.eclipse.microprofile.health.Readiness
    HealthCheck start(Readiness readiness) {
        return () ->
                HealthCheckResponse.named("start")
                        .status(readiness.isReady())
                        .withData("warm", readiness.isReady())
                        .build();
    }

    @Produces
    @org.eclipse.microprofile.health.Readiness
    HealthCheck ledger() {
        return () -> member(Foundations.shared().ledger());
    }

    @Produces
    @org.eclipse.microprofile.health.Readiness
    HealthCheck database() {
        return () -> answers(Foundations.shared());
    }

    @Produces
    @org.eclipse.microprofile.health.Readiness
    HealthCheck live(FeedFollower follower) {
        return () -> maps(Foundations.shared().ledger().node(), follower);
    }

    /** Events that should be on sale and cannot be. The others are, so the server stays ready. */
    @Produces
    @Wellness
    HealthCheck catalogue(Catalogue catalogue) {
        return () -> {
            List<String> troubles = catalogue.troubles();
            return HealthCheckResponse.named("catalogue")
                    .status(troubles.isEmpty())
                    .withData("troubles", String.join("; ", troubles))
                    .build();
        };
    }

    /** Never down: which providers are switched on, and whether that is play money. */
    @Produces
    @Wellness
    HealthCheck payments(PaymentMethods payments) {
        return () ->
                HealthCheckResponse.named("payments")
                        .up()
                        .withData("providers", String.join(", ", payments.names()))
                        .withData("sandbox", payments.sandbox())
                        .build();
    }

    /** What an operator must look at; the server can sell meanwhile, so it stays ready. */
    @Produces
    @Wellness
    HealthCheck booking(BookingHealth booking) {
        Glance<List<String>> lately = new Glance<>(List.of(), booking::troubles);
        return () -> {
            List<String> troubles = lately.get();
            return HealthCheckResponse.named("booking")
                    .status(troubles.isEmpty())
                    .withData("troubles", String.join("; ", troubles))
                    .build();
        };
    }

    /** Pieces of work that keep failing; all others continue. */
    @Produces
    @Wellness
    HealthCheck work(Instance<Troubles> parts) {
        Glance<List<String>> lately =
                new Glance<>(
                        List.of(),
                        () -> parts.stream().flatMap(part -> part.list().stream()).toList());
        return () -> {
            List<String> troubles = lately.get();
            return HealthCheckResponse.named("work")
                    .status(troubles.isEmpty())
                    .withData("troubles", String.join("; ", troubles))
                    .build();
        };
    }

    /** What runs again and again: down when something has not succeeded for too long. */
    @Produces
    @Wellness
    HealthCheck chores() {
        return () -> {
            List<Pulse> all = Pulse.all();
            HealthCheckResponseBuilder response = HealthCheckResponse.named("chores");
            all.stream().filter(Pulse::isLate).forEach(late -> tell(response, late));
            return response.status(all.stream().noneMatch(Pulse::isLate))
                    .withData("running", all.size())
                    .build();
        };
    }

    private static void tell(HealthCheckResponseBuilder response, Pulse late) {
        response.withData(
                late.name(),
                "no success for %d s in %d runs; last failure: %s"
                        .formatted(late.sinceSuccess().toSeconds(), late.runs(), late.failure()));
    }

    @Produces
    @org.eclipse.microprofile.health.Readiness
    HealthCheck disk() {
        return () -> space(Foundations.shared().settings().data());
    }

    private static HealthCheckResponse maps(@Nullable LedgerNode node, FeedFollower follower) {
        String failure = follower.failure();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("live").status(failure == null);
        if (failure != null) {
            response.withData("error", failure);
        }
        if (node != null) {
            long lag = Math.max(0, node.status().position() - follower.position());
            response.withData("eventsBehind", lag);
        }
        return response.withData("position", follower.position()).build();
    }

    private static HealthCheckResponse member(RunningLedger ledger) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("ledger");
        LedgerNode node = ledger.node();
        if (node == null) {
            return response.up().withData("member", "elsewhere").build();
        }
        LedgerStatus status = node.status();
        response.status(status.ready())
                .withData("member", status.member())
                .withData("role", status.role().name().toLowerCase(Locale.ROOT))
                .withData("leader", String.valueOf(status.leader()))
                .withData("position", status.position());
        if (status.lastError() != null) {
            response.withData("lastError", status.lastError());
        }
        return response.build();
    }

    /** From memory: the database is asked several times a second anyway. */
    private static HealthCheckResponse answers(Foundations foundations) {
        DatabasePulse pulse = foundations.database().pulse();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        String trouble = pulse.trouble();
        if (trouble == null) {
            response.up().withData("answeredInMicros", pulse.answeredInMicros());
        } else {
            response.down().withData("error", trouble);
        }
        return response.withData("startedAgain", foundations.databaseRestarts()).build();
    }

    private static HealthCheckResponse space(Path data) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("disk");
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            return response.status(free >= LEAST_BYTES)
                    .withData("freeBytes", free)
                    .withData("folder", data.toString())
                    .build();
        } catch (IOException e) {
            return response.down().withData("error", e.toString()).build();
        }
    }
}
