package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.catalogue.internal.events.EventBody.Price;
import dev.cavea.platform.catalogue.internal.events.EventBody.SaleRulesBody;
import dev.cavea.platform.catalogue.internal.events.EventRow.About;
import dev.cavea.platform.catalogue.internal.events.SaleRules.Orphans;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a body says of prices and of the sale's rules and window. */
final class SaleForm {

    private static final long MAX_AMOUNT_MINOR = 100_000_000_000L;
    private static final int MAX_PER_BUYER = 1_000_000;
    private static final int MOST_PRICES = 65;

    private final EventBody body;
    private final Check check;

    SaleForm(EventBody body, Check check) {
        this.body = body;
        this.check = check;
    }

    /** A sale that ends with the event moves with it; what the body says itself holds. */
    SaleRules rules(EventRow old, About about, boolean publish, Instant now) {
        SaleRules before = old.sale().rules();
        Instant was = old.about().startsAt();
        SaleRules moved =
                old.isNew() ? before : before.moved(Duration.between(was, about.startsAt()), now);
        SaleRules rules = body.rules() == null ? moved : given(body.rules(), moved);
        boolean opens = publish && old.status() == Status.DRAFT;
        boolean same =
                rules.equals(before)
                        && about.startsAt().equals(was)
                        && Objects.equals(about.endsAt(), old.about().endsAt());
        if (opens || old.isNew() || !same) {
            checkWindow(rules, about);
            checkChannels(old.sale().channels(), rules.closes(about.startsAt()));
        }
        if (opens || old.isNew()) {
            check.that(
                    rules.closesAt() == null ? "startsAt" : "rules.closesAt",
                    rules.closes(about.startsAt()).isAfter(now),
                    "is in the past",
                    "a time after now, " + now);
        }
        return rules;
    }

    private SaleRules given(SaleRulesBody rules, SaleRules old) {
        String orphans =
                rules.orphanSeats() == null
                        ? old.orphanSeats().word()
                        : check.oneOf(
                                "rules.orphanSeats",
                                rules.orphanSeats(),
                                List.of("allow", "refuse"));
        return new SaleRules(
                Orphans.valueOf(orphans.toUpperCase(Locale.ROOT)),
                whole(
                        "maxSeatsPerBuyer",
                        rules.maxSeatsPerBuyer(),
                        old.maxSeatsPerBuyer(),
                        1,
                        MAX_PER_BUYER),
                whole(
                        "holdSeconds",
                        rules.holdSeconds(),
                        old.holdSeconds(),
                        1,
                        Rules.MAX_HOLD_MILLIS / 1_000),
                whole(
                        "maxExtensions",
                        rules.maxExtensions(),
                        old.maxExtensions(),
                        0,
                        Rules.MAX_EXTENSIONS),
                limit(
                        "rules.maxSeatsHeldPerNetwork",
                        rules.maxSeatsHeldPerNetwork(),
                        old.maxSeatsHeldPerNetwork()),
                time("rules.onSaleAt", rules.onSaleAt(), old.onSaleAt()),
                time("rules.closesAt", rules.closesAt(), old.closesAt()));
    }

    private int whole(String rule, @Nullable Integer given, int old, int least, int most) {
        return given == null ? old : check.range("rules." + rule, given, least, most);
    }

    private @Nullable Integer limit(String field, @Nullable JsonNode given, @Nullable Integer old) {
        if (given == null || given.isNull()) {
            return given == null ? old : null;
        }
        check.that(field, given.isInt(), "is not such a number", "a whole number, or null");
        return check.range(field, given.intValue(), 0, MAX_PER_BUYER);
    }

    private @Nullable Instant time(String field, @Nullable JsonNode given, @Nullable Instant old) {
        if (given == null || given.isNull()) {
            return given == null ? old : null;
        }
        check.that(field, given.isTextual(), "is not a time", Check.TIME);
        return check.instantIfAny(field, given.textValue());
    }

    private void checkWindow(SaleRules rules, About about) {
        Instant closes = rules.closes(about.startsAt());
        check.that(
                "rules.onSaleAt",
                rules.onSaleAt() == null || rules.onSaleAt().isBefore(closes),
                "is not before the sale closes",
                "a time before "
                        + closes
                        + "; if the event moves, give the new time along with it");
        Instant ends = about.endsAt();
        Instant latest = ends == null ? about.startsAt().plus(SaleRules.LONGEST_UNSAID) : ends;
        check.that(
                "rules.closesAt",
                !closes.isAfter(latest),
                "is after the event",
                "at most " + latest + (ends == null ? "; for a longer event, give endsAt" : ""));
    }

    private void checkChannels(List<SalesChannel> channels, Instant saleCloses) {
        for (SalesChannel channel : channels) {
            Instant closes = channel.closesAt() == null ? saleCloses : channel.closesAt();
            check.that(
                    "channels",
                    channel.opensAt() == null || channel.opensAt().isBefore(closes),
                    "has \"" + channel.name() + "\", which would open after it closes",
                    "give that channel another window first");
        }
    }

    List<PriceLine> prices(EventRow old) {
        List<Price> given = body.prices();
        if (given == null) {
            return old.sale().prices();
        }
        check.that(
                "prices",
                given.size() <= MOST_PRICES,
                "has " + given.size() + " lines",
                "at most " + MOST_PRICES);
        List<PriceLine> lines = new ArrayList<>();
        Set<String> zones = new HashSet<>();
        for (int i = 0; i < Math.min(given.size(), MOST_PRICES); i++) {
            String at = "prices[" + i + "]";
            PriceLine line = line(at, given.get(i));
            check.that(at + ".zone", zones.add(line.zone()), "has two prices", "one line per zone");
            String currency = lines.isEmpty() ? line.currency() : lines.getFirst().currency();
            check.that(
                    at + ".currency",
                    line.currency().equals(currency),
                    "differs",
                    currency + ", as before");
            lines.add(line);
        }
        refuseOtherMoney(old, lines);
        return lines;
    }

    private PriceLine line(String at, @Nullable Price price) {
        if (price == null) {
            check.that(at, false, "is missing", "{zone, amountMinor, currency}");
            return new PriceLine("?", 0, 0, "EUR");
        }
        check.present(at + ".amountMinor", price.amountMinor(), "a whole number of minor units");
        return new PriceLine(
                check.line(at + ".zone", price.zone(), 80),
                amount(at + ".amountMinor", price.amountMinor()),
                amount(at + ".feeMinor", price.feeMinor()),
                check.currency(at + ".currency", price.currency()));
    }

    private long amount(String field, @Nullable Long minor) {
        return minor == null ? 0 : check.range(field, minor, 0, MAX_AMOUNT_MINOR);
    }

    /** What was sold for one money is given back in it, and added up with what is sold later. */
    private static void refuseOtherMoney(EventRow old, List<PriceLine> lines) {
        List<PriceLine> before = old.sale().prices();
        if (old.status() != Status.DRAFT
                && !lines.isEmpty()
                && !before.isEmpty()
                && !lines.getFirst().currency().equals(before.getFirst().currency())) {
            throw new Problem(
                    409,
                    "currency-fixed",
                    "The currency of a published event cannot change",
                    "Seats may already be sold in it. Create another event for another currency.");
        }
    }
}
