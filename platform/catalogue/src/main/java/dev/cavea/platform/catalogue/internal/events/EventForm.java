package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.catalogue.internal.events.EventRow.About;
import dev.cavea.platform.catalogue.internal.events.SaleRules.Orphans;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.fields.Times;
import dev.cavea.platform.kernel.Currencies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body that makes or changes an event. A member that is left out keeps what was there, which
 * for a new event is what is usual.
 */
final class EventForm {

    private static final long MAX_AMOUNT_MINOR = 100_000_000_000L;
    private static final int MAX_PER_BUYER = 1_000_000;

    private final Fields body;
    private final Findings findings;

    private EventForm(Fields body) {
        this.body = body;
        this.findings = body.findings();
    }

    static EventForm of(JsonNode body) {
        Findings findings = new Findings("invalid-field", "A field cannot be accepted");
        Fields fields = Fields.of(body, "", findings);
        findings.throwIfAny();
        fields.only(
                "name",
                "description",
                "category",
                "startsAt",
                "venue",
                "venueId",
                "plan",
                "prices",
                "rules",
                "publish");
        return new EventForm(fields);
    }

    Findings findings() {
        return findings;
    }

    boolean publish() {
        return body.flag("publish", false);
    }

    JsonNode plan() {
        return body.node("plan");
    }

    /** The id given as {@code venueId}, or as {@code venue: {id}}; null when there is none. */
    @Nullable String venueId() {
        if (body.has("venue")) {
            return body.object("venue").text("id", 40);
        }
        return body.textOrNull("venueId", 40);
    }

    About about(@Nullable About old, Instant now) {
        String name = old == null || body.has("name") ? body.text("name", 200) : old.name();
        String description = body.proseOrNull("description", 10_000);
        String category = body.textOrNull("category", 40);
        return new About(
                name,
                description == null && old != null ? old.description() : description,
                category != null
                        ? category.toLowerCase(Locale.ROOT)
                        : old == null ? "other" : old.category(),
                startsAt(old, now));
    }

    private Instant startsAt(@Nullable About old, Instant now) {
        if (old != null && !body.has("startsAt")) {
            return old.startsAt();
        }
        if (!body.has("startsAt")) {
            body.wrong("startsAt", "is missing", Times.ALLOWED);
            return now;
        }
        Instant startsAt = Times.of(body, "startsAt");
        if (startsAt != null && !startsAt.isAfter(now)) {
            body.wrong("startsAt", "is in the past", "a time after now, " + now);
        }
        return startsAt == null ? now : startsAt;
    }

    SaleRules rules(SaleRules old, Instant startsAt) {
        SaleRules rules = body.has("rules") ? givenRules(old) : old;
        Instant opens = rules.onSaleAt();
        if (opens != null && !opens.isBefore(rules.closes(startsAt))) {
            findings.add(
                    "rules.onSaleAt",
                    "is not before the sale closes",
                    "a time before " + rules.closes(startsAt));
        }
        return rules;
    }

    private SaleRules givenRules(SaleRules old) {
        Fields rules = body.object("rules");
        rules.only(
                "orphanSeats",
                "maxSeatsPerBuyer",
                "holdSeconds",
                "maxExtensions",
                "onSaleAt",
                "closesAt");
        String orphans = rules.word("orphanSeats", old.orphanSeats().word(), "allow", "refuse");
        return new SaleRules(
                Orphans.valueOf(orphans.toUpperCase(Locale.ROOT)),
                (int) rules.whole("maxSeatsPerBuyer", 1, MAX_PER_BUYER, old.maxSeatsPerBuyer()),
                (int)
                        rules.whole(
                                "holdSeconds", 1, Rules.MAX_HOLD_MILLIS / 1_000, old.holdSeconds()),
                (int) rules.whole("maxExtensions", 0, Rules.MAX_EXTENSIONS, old.maxExtensions()),
                time(rules, "onSaleAt", old.onSaleAt()),
                time(rules, "closesAt", old.closesAt()));
    }

    /** An explicit null goes back to what is usual. */
    private static @Nullable Instant time(Fields rules, String name, @Nullable Instant old) {
        if (rules.isNull(name)) {
            return null;
        }
        return rules.has(name) ? Times.of(rules, name) : old;
    }

    List<PriceLine> prices(List<PriceLine> old) {
        if (!body.has("prices")) {
            return old;
        }
        List<PriceLine> lines = new ArrayList<>();
        Set<String> zones = new HashSet<>();
        for (Fields line : body.objects("prices", 65)) {
            line.only("zone", "amountMinor", "currency", "feeMinor");
            PriceLine read = line(line);
            if (!zones.add(read.zone())) {
                line.wrong("zone", "has two prices", "one line for each zone");
            }
            if (!lines.isEmpty() && !lines.getFirst().currency().equals(read.currency())) {
                line.wrong("currency", "differs", lines.getFirst().currency() + ", as before");
            }
            lines.add(read);
        }
        return lines;
    }

    private static PriceLine line(Fields line) {
        String currency = line.text("currency", 3);
        if (!Currencies.isInUse(currency)) {
            line.wrong("currency", "is not a currency in use", Currencies.ALLOWED);
            currency = "EUR";
        }
        return new PriceLine(
                line.text("zone", 80),
                line.whole("amountMinor", 0, MAX_AMOUNT_MINOR),
                line.whole("feeMinor", 0, MAX_AMOUNT_MINOR, 0),
                currency);
    }
}
