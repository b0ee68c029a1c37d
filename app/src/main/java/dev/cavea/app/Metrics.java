package dev.cavea.app;

import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.raft.LedgerNode;
import dev.cavea.platform.booking.BookingHealth;
import dev.cavea.platform.kernel.Pulse;
import dev.cavea.platform.live.FeedFollower;
import dev.cavea.platform.live.LiveMaps;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What is worth watching besides HTTP and the JVM. Names are part of the operators' contract. */
@Singleton
public class Metrics {

    private final MeterRegistry all;

    Metrics(MeterRegistry all) {
        this.all = all;
    }

    /** The warm-up's requests do not count. */
    void forgetRequests() {
        all.find("http.server.requests").meters().forEach(all::remove);
    }

    void register(
            @Observes Router started,
            MeterRegistry registry,
            LiveMaps maps,
            FeedFollower follower) {
        RunningLedger ledger = Foundations.shared().ledger();
        client(registry, ledger);
        LedgerNode node = ledger.node();
        if (node != null) {
            member(registry, node);
            gauge(
                    registry,
                    "cavea.feed.lag",
                    "Events that the ledger has applied but the live maps do not show yet",
                    () -> Math.max(0, node.status().position() - follower.position()));
        }
        gauge(registry, "cavea.live.watchers", "Connections watching a seat map", maps::watchers);
        maps.eventCounts()
                .forEach(
                        (event, count) ->
                                FunctionCounter.builder(
                                                "cavea.feed.events", count, adder -> adder.sum())
                                        .tag("event", event)
                                        .description("Events of the ledger's feed, by kind")
                                        .register(registry));
    }

    /** Of every chore that runs once the server is ready; they run until it ends. */
    void watchChores() {
        for (Pulse pulse : Pulse.all()) {
            FunctionCounter.builder("cavea.chore.runs", pulse, Pulse::runs)
                    .tag("chore", pulse.name())
                    .description("Rounds of a chore, including failed ones")
                    .register(all);
            FunctionCounter.builder("cavea.chore.failures", pulse, Pulse::failures)
                    .tag("chore", pulse.name())
                    .description("Rounds of a chore that failed")
                    .register(all);
            Gauge.builder("cavea.chore.age", pulse, one -> one.sinceSuccess().toSeconds())
                    .tag("chore", pulse.name())
                    .baseUnit("seconds")
                    .description("Time since a chore last succeeded")
                    .strongReference(true)
                    .register(all);
        }
        gauge(
                all,
                "cavea.chores.late",
                "Chores that have not succeeded for too long",
                () -> Pulse.all().stream().filter(Pulse::isLate).count());
    }

    void register(@Observes Router started, MeterRegistry registry, BookingHealth booking) {
        gauge(
                registry,
                "cavea.booking.stopped.sales",
                "Events whose sale was stopped by the second guard",
                booking::stoppedSales);
        gauge(
                registry,
                "cavea.booking.differences",
                "Ledger sales and bookings that do not agree",
                booking::differences);
        gauge(
                registry,
                "cavea.booking.money.cases",
                "Open cases in which money needs a person",
                booking::moneyCases);
    }

    private static void client(MeterRegistry registry, RunningLedger ledger) {
        CountingLedgerClient counts = ledger.counting();
        gauge(
                registry,
                "cavea.ledger.queue",
                "Commands waiting to be packed",
                ledger.client()::queued);
        answers(registry, counts, "accepted", CountingLedgerClient::accepted);
        answers(registry, counts, "unavailable", CountingLedgerClient::unavailable);
        for (Rejection reason : Rejection.values()) {
            FunctionCounter.builder("cavea.ledger.rejections", counts, c -> c.rejected(reason))
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .description("Commands of this process that the ledger refused, by reason")
                    .register(registry);
        }
    }

    private static void answers(
            MeterRegistry registry,
            CountingLedgerClient counts,
            String outcome,
            ToDoubleFunction<CountingLedgerClient> count) {
        FunctionCounter.builder("cavea.ledger.answers", counts, count)
                .tag("outcome", outcome)
                .description("Commands of this process that were not refused, by outcome")
                .register(registry);
    }

    private static void member(MeterRegistry registry, LedgerNode node) {
        FunctionCounter.builder("cavea.ledger.commands", node, n -> n.status().commands())
                .description("Commands executed since the ledger began")
                .register(registry);
        gauge(
                registry,
                "cavea.ledger.position",
                "Position of the last event",
                () -> node.status().position());
        gauge(
                registry,
                "cavea.ledger.log.bytes",
                "Bytes of the log on disk",
                () -> node.status().logBytes());
        gauge(
                registry,
                "cavea.ledger.ready",
                "1 while this member serves",
                () -> node.status().ready() ? 1 : 0);
    }

    private static void gauge(
            MeterRegistry registry, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
