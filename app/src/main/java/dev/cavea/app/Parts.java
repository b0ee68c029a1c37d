package dev.cavea.app;

import dev.cavea.app.warm.WarmUp;
import dev.cavea.demo.DemoWanted;
import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.platform.accounts.GuestTokens;
import dev.cavea.platform.booking.FileMailer;
import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.MimeLetters;
import dev.cavea.platform.booking.PublicAddress;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.Occasion;
import dev.cavea.platform.edge.HotIdempotency;
import dev.cavea.platform.edge.Life;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.payments.PaymentMethods;
import dev.cavea.platform.storage.QuietJdbi;
import dev.cavea.platform.storage.Reads;
import dev.cavea.platform.tickets.EventCard;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The parts that every module shares. */
@Singleton
public final class Parts {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Life life() {
        return Life.at(Foundations.shared().folder().number());
    }

    @Produces
    @Singleton
    Ids ids(Clock clock) {
        return new Ids(clock);
    }

    @Produces
    @ApplicationScoped
    LedgerClient ledgerClient() {
        return Foundations.shared().ledger().counting();
    }

    @Produces
    @ApplicationScoped
    LedgerFeed ledgerFeed() {
        return Foundations.shared().ledger().client().feed();
    }

    /** What a ticket tells of its event. */
    @Produces
    @Singleton
    EventCard.Source eventCards(Catalogue catalogue) {
        return id -> {
            EventOnSale event = catalogue.onSale(id);
            return event == null ? null : card(event.occasion(), event.cancelled());
        };
    }

    private static EventCard card(Occasion occasion, boolean cancelled) {
        String address = occasion.address();
        return new EventCard(
                occasion.name(),
                occasion.startsAt(),
                occasion.probablyEndsAt(),
                occasion.endsAt() != null,
                address == null ? occasion.venue() : occasion.venue() + "\n" + address,
                cancelled,
                occasion.edition(),
                occasion.changedAt());
    }

    /** Links in letters begin with it. */
    @Produces
    @Singleton
    PublicAddress publicAddress(@ConfigProperty(name = "quarkus.http.port") int port) {
        return new PublicAddress(Foundations.shared().settings().publicUrl(port));
    }

    /** Without a mail server letters go to a folder, and nothing leaves the machine. */
    @Produces
    @Singleton
    Mailer mailer() {
        Settings settings = Foundations.shared().settings();
        return settings.smtp()
                .orElseGet(
                        () ->
                                new FileMailer(
                                        Foundations.shared().folder().path().resolve("mail"),
                                        new MimeLetters(settings.address(Setting.MAIL_FROM))));
    }

    @Produces
    @Singleton
    DemoWanted demoWanted() {
        Settings settings = Foundations.shared().settings();
        return new DemoWanted(settings.demo(), settings.payments().sandbox());
    }

    @Produces
    @Singleton
    PaymentMethods paymentMethods() {
        return Foundations.shared().settings().payments();
    }

    /** Bypasses the counting: its requests to the ledger do not count. */
    @Produces
    @Singleton
    WarmUp warmUp(Vertx vertx, HotIdempotency idempotency, GuestTokens guests) {
        return new WarmUp(
                vertx, idempotency, Foundations.shared().ledger().client(), guests::accessToken);
    }

    /** Of the durable chores; waits for PostgreSQL. */
    @Produces
    @Singleton
    DataSource dataSource() {
        return Foundations.shared().database().source();
    }

    /** Waits for PostgreSQL where it is first used: what only holds it does not. */
    @Produces
    @Singleton
    Jdbi jdbi() {
        return QuietJdbi.over(() -> Foundations.shared().database().connection());
    }

    @Produces
    @Singleton
    @Reads
    Jdbi reads() {
        return QuietJdbi.over(() -> Foundations.shared().database().readConnection());
    }
}
