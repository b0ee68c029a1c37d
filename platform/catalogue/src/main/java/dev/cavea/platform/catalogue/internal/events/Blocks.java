package dev.cavea.platform.catalogue.internal.events;

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
import dev.cavea.platform.catalogue.internal.events.BlockRequest.BlockBody;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Seats kept for a channel, and the channels themselves. */
@Singleton
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

    /** Places that were kept, or given free. */
    @Schema(name = "Blocked")
    public record Blocked(String eventId, String channel, int count, long version) {}

    /** The channels besides the public one. */
    @Schema(name = "ChannelsBody")
    public record ChannelsBody(@Nullable List<ChannelBody> channels) {}

    /** A channel; without opensAt it keeps seats and nobody buys through it. */
    @Schema(name = "ChannelBody")
    public record ChannelBody(
            @Nullable String channel, @Nullable String opensAt, @Nullable String closesAt) {}

    /** Keeps places for a channel; one that the event does not have yet is made. */
    Blocked block(Caller caller, String eventId, BlockBody body) {
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

    Blocked unblock(Caller caller, String eventId, BlockBody body) {
        BlockRequest request = read(caller, eventId, body);
        SalesChannel channel = find(request.row(), request.channel());
        if (channel == null) {
            throw Problems.invalidField(
                    "channel",
                    "is not one of the event's",
                    request.row().sale().channels().stream().map(SalesChannel::name).toList());
        }
        UnblockSeats unblock =
                new UnblockSeats(request.row().id(), channel.number(), request.places());
        Answer.Done done = submit(unblock, request);
        trail.blocked(Act.SEATS_UNBLOCKED, caller, request);
        return done(done, request);
    }

    private BlockRequest read(Caller caller, String eventId, BlockBody body) {
        EventRow row = organising.owned(caller, eventId);
        PublishedEvent event = events.find(row.id());
        if (event == null) {
            throw new Problem(
                    409,
                    "event-not-published",
                    "The event is not published",
                    "Its seats can be set aside once it is.");
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
            throw Problems.overloaded("The ledger did not answer in time.", 1);
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
                                    seats.count()
                                            + " of the seats are already held, sold or set aside.")
                            .with("taken", ids);
            case SEAT_NOT_BLOCKED ->
                    new Problem(
                                    409,
                                    "seats-not-blocked",
                                    "Seats are not set aside for this channel",
                                    seats.count()
                                            + " of the seats are not set aside for this channel.")
                            .with("notBlocked", ids);
            case SEAT_NAMED_TWICE ->
                    Problems.invalidField("seats", "names " + ids + " twice", "each seat once");
            case COUNT_OUT_OF_RANGE ->
                    Problems.invalidField("seats", "names no seat", "at least one seat");
            case CAPACITY_EXHAUSTED ->
                    new Problem(
                            409,
                            "capacity-exhausted",
                            "The area does not have that many places",
                            "Fewer places than that are free, or set aside, in this area.");
            case HOUSE_CLOSED ->
                    new Problem(
                            409,
                            "sale-closed",
                            "The sale is over",
                            "No more seats can be set aside.");
            default -> throw new IllegalStateException("the ledger refuses to block: " + reason);
        };
    }

    private static Blocked done(Answer.Done done, BlockRequest request) {
        return new Blocked(
                Ids.text(request.row().id()),
                request.channel(),
                request.places().count(),
                done.position());
    }

    /** Puts the event's channels and their windows; those not named are left as they are. */
    EventRow channels(Caller caller, String eventId, ChannelsBody body) {
        EventRow row = organising.owned(caller, eventId);
        List<SalesChannel> channels = new ArrayList<>(row.sale().channels());
        Instant closes = row.sale().rules().closes(row.about().startsAt());
        Check check = new Check();
        check.sized("channels", body.channels(), Rules.MAX_CHANNEL).orThrow();
        List<ChannelBody> given = body.channels() == null ? List.of() : body.channels();
        for (int i = 0; i < given.size(); i++) {
            put(channels, read("channels[" + i + "].", given.get(i), closes, check));
        }
        check.orThrow();
        return organising.changeChannels(caller, eventId, channels);
    }

    /** Its number is found later. */
    private static SalesChannel read(
            String at, @Nullable ChannelBody one, Instant saleCloses, Check check) {
        if (one == null) {
            throw Problems.invalidField(at + "channel", "is missing", "a channel's name");
        }
        String name = check.line(at + "channel", one.channel(), 40).toLowerCase(Locale.ROOT);
        Instant opens = check.instantIfAny(at + "opensAt", one.opensAt());
        Instant closes = check.instantIfAny(at + "closesAt", one.closesAt());
        check.that(
                at + "opensAt",
                opens == null || opens.isBefore(closes == null ? saleCloses : closes),
                "is not before the channel closes",
                "an earlier time");
        check.that(
                at + "channel",
                !name.equals("public"),
                "is everybody's",
                "the rules' onSaleAt and closesAt say when");
        return new SalesChannel(0, name, opens, closes);
    }

    private static void put(List<SalesChannel> channels, SalesChannel one) {
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).name().equals(one.name())) {
                channels.set(i, one.numbered(channels.get(i).number()));
                return;
            }
        }
        channels.add(one.numbered(freeNumber(channels)));
    }
}
