package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.client.LedgerUnavailable;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.BlockSeats;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.UnblockSeats;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.fields.Times;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Seats kept for a channel, and the channels themselves. */
public final class Blocks {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SHOWN = 100;

    private final Organising organising;
    private final PublishedEvents events;
    private final LedgerClient ledger;
    private final EventTrail trail;

    public Blocks(Organising organising, PublishedEvents events, LedgerClient ledger, Audit audit) {
        this.organising = organising;
        this.events = events;
        this.ledger = ledger;
        this.trail = new EventTrail(audit);
    }

    /** Keeps places for a channel; one that the event does not have yet is made. */
    Map<String, Object> block(Caller caller, String eventId, JsonNode body) {
        BlockRequest request = read(caller, eventId, body);
        SalesChannel channel = find(request.row(), request.channel());
        if (channel == null) {
            channel = added(caller, eventId, request);
        }
        BlockSeats block = new BlockSeats(request.row().id(), channel.number(), request.places());
        Answer.Done done = submit(block, request);
        trail.blocked(Act.SEATS_BLOCKED, caller, request);
        return done(done, request);
    }

    Map<String, Object> unblock(Caller caller, String eventId, JsonNode body) {
        BlockRequest request = read(caller, eventId, body);
        SalesChannel channel = find(request.row(), request.channel());
        if (channel == null) {
            throw Problems.invalidField(
                    "channel",
                    "is none of the event's",
                    request.row().sale().channels().stream().map(SalesChannel::name).toList());
        }
        UnblockSeats unblock =
                new UnblockSeats(request.row().id(), channel.number(), request.places());
        Answer.Done done = submit(unblock, request);
        trail.blocked(Act.SEATS_UNBLOCKED, caller, request);
        return done(done, request);
    }

    private BlockRequest read(Caller caller, String eventId, JsonNode body) {
        EventRow row = organising.owned(caller, eventId);
        PublishedEvent event = events.find(row.id());
        if (event == null) {
            throw new Problem(
                    409,
                    "event-not-published",
                    "The event is not published",
                    "Its seats can be kept once it is.");
        }
        return BlockRequest.read(row, event.plan().plan(), body);
    }

    private static @Nullable SalesChannel find(EventRow row, String name) {
        return row.sale().channels().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private SalesChannel added(Caller caller, String eventId, BlockRequest request) {
        List<SalesChannel> channels = new ArrayList<>(request.row().sale().channels());
        SalesChannel added = new SalesChannel(freeNumber(channels), request.channel(), null, null);
        channels.add(added);
        organising.changeChannels(caller, eventId, channels);
        return added;
    }

    private static int freeNumber(List<SalesChannel> channels) {
        Set<Integer> taken = new HashSet<>();
        channels.forEach(channel -> taken.add(channel.number()));
        for (int number = 1; number <= Rules.MAX_CHANNEL; number++) {
            if (!taken.contains(number)) {
                return number;
            }
        }
        throw Problems.invalidField("channel", "is the 256th", "at most 255 channels");
    }

    private Answer.Done submit(Command command, BlockRequest request) {
        try {
            return switch (LedgerAnswers.await(ledger.submit(command), PATIENCE)) {
                case Answer.Done done -> done;
                case Answer.Held held -> throw new IllegalStateException("held: " + held);
                case Answer.Rejected(Rejection reason, Seats seats) ->
                        throw refusal(reason, seats, request.plan());
            };
        } catch (LedgerUnavailable e) {
            throw Problems.overloaded("The ledger does not answer in time.", 1);
        }
    }

    private static Problem refusal(Rejection reason, Seats seats, SeatingPlan plan) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < Math.min(seats.count(), SHOWN); i++) {
            ids.add(plan.seatId(seats.get(i)));
        }
        return switch (reason) {
            case SEAT_ALREADY_HELD, SEAT_ALREADY_SOLD, SEAT_BLOCKED ->
                    new Problem(
                                    409,
                                    "seats-taken",
                                    "Seats are taken",
                                    seats.count() + " of the seats are held, sold or kept already.")
                            .with("taken", ids);
            case SEAT_NOT_BLOCKED ->
                    new Problem(
                                    409,
                                    "seats-not-blocked",
                                    "Seats are not kept for this channel",
                                    seats.count() + " of the seats are not kept for this channel.")
                            .with("notBlocked", ids);
            case SEAT_NAMED_TWICE ->
                    Problems.invalidField("seats", "names " + ids + " twice", "each seat once");
            case COUNT_OUT_OF_RANGE ->
                    Problems.invalidField("seats", "names no seat", "at least one seat");
            case CAPACITY_EXHAUSTED ->
                    new Problem(
                            409,
                            "capacity-exhausted",
                            "The area has not so many places",
                            "Fewer places than that are free, or kept, in this area.");
            case HOUSE_CLOSED ->
                    new Problem(409, "sale-closed", "The sale is over", "No seat can be kept now.");
            default -> throw new IllegalStateException("the ledger refuses to block: " + reason);
        };
    }

    private static Map<String, Object> done(Answer.Done done, BlockRequest request) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("eventId", Ids.text(request.row().id()));
        answer.put("channel", request.channel());
        answer.put("count", request.places().count());
        answer.put("version", done.position());
        return answer;
    }

    /** Puts the event's channels and their windows; those not named are left as they are. */
    EventRow channels(Caller caller, String eventId, JsonNode body) {
        EventRow row = organising.owned(caller, eventId);
        Findings findings = new Findings("invalid-field", "A field cannot be accepted");
        Fields fields = Fields.of(body, "", findings).only("channels");
        List<SalesChannel> channels = new ArrayList<>(row.sale().channels());
        Instant closes = row.sale().rules().closes(row.about().startsAt());
        for (Fields one : fields.objects("channels", Rules.MAX_CHANNEL)) {
            one.only("channel", "opensAt", "closesAt");
            put(channels, one, closes);
        }
        if (!fields.has("channels")) {
            fields.wrong("channels", "is missing", "a list of {channel, opensAt, closesAt}");
        }
        findings.throwIfAny();
        return organising.changeChannels(caller, eventId, channels);
    }

    private static void put(List<SalesChannel> channels, Fields one, Instant saleCloses) {
        String name = one.text("channel", 40).toLowerCase(Locale.ROOT);
        Instant opens = Times.of(one, "opensAt");
        Instant closes = Times.of(one, "closesAt");
        if (opens != null && !opens.isBefore(closes == null ? saleCloses : closes)) {
            one.wrong("opensAt", "is not before the channel closes", "an earlier time");
        }
        if (name.equals("public")) {
            one.wrong("channel", "is everybody's", "the rules' onSaleAt and closesAt say when");
        }
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).name().equals(name)) {
                channels.set(i, new SalesChannel(channels.get(i).number(), name, opens, closes));
                return;
            }
        }
        channels.add(new SalesChannel(freeNumber(channels), name, opens, closes));
    }
}
