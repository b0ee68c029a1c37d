package dev.cavea.platform.booking;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.ExtendHold;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.booking.internal.hold.HoldIds;
import dev.cavea.platform.booking.internal.hold.NetworkShares;
import dev.cavea.platform.booking.internal.hold.OwnHolds;
import dev.cavea.platform.booking.internal.hold.Refusals;
import dev.cavea.platform.booking.internal.hold.Wording;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.PriceVersion;
import dev.cavea.platform.edge.Problem;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Where places are held. Knows nothing of HTTP and never blocks: whatever it needs is in memory,
 * and the ledger answers once it has decided. The futures complete on one of the ledger's threads.
 */
public final class HoldDesk {

    private final LedgerClient ledger;
    private final Catalogue catalogue;
    private final LiveHolds live;
    private final LongPredicate stopped;
    private final NetworkShares shares;
    private final HoldIds ids = new HoldIds();

    /** Without limits per network. */
    public HoldDesk(
            LedgerClient ledger, Catalogue catalogue, LiveHolds live, LongPredicate stopped) {
        this(ledger, catalogue, live, stopped, NetworkShares.unlimited());
    }

    /**
     * @param stopped whether the sale of an event is stopped
     */
    HoldDesk(
            LedgerClient ledger,
            Catalogue catalogue,
            LiveHolds live,
            LongPredicate stopped,
            NetworkShares shares) {
        this.shares = shares;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.live = live;
        this.stopped = stopped;
    }

    /** The same for a request that no limit per network applies to. */
    public CompletableFuture<HoldOutcome> hold(
            Caller caller, long eventId, HoldRequest request, @Nullable String retryKey) {
        return hold(caller, eventId, request, retryKey, null);
    }

    /**
     * Holds places, all or none.
     *
     * @param retryKey the caller's Idempotency-Key: with the same one a retry finds its own hold
     * @param network where the request comes from; null if that is not limited
     */
    public CompletableFuture<HoldOutcome> hold(
            Caller caller,
            long eventId,
            HoldRequest request,
            @Nullable String retryKey,
            @Nullable String network) {
        EventOnSale event = catalogue.onSale(eventId);
        if (event == null) {
            return refused(Refusals.unknownEvent(eventId));
        }
        if (stopped.test(eventId)) {
            return refused(Refusals.saleStopped());
        }
        HoldId id =
                retryKey == null
                        ? ids.fresh(event.prices())
                        : derived(caller.account(), event, retryKey);
        Command command;
        NetworkShares.Claim claim;
        try {
            command = Wording.command(event, id, caller.account(), request);
            claim = shares.take(network, event, request.places());
        } catch (Problem problem) {
            return refused(problem);
        }
        return ledger.submit(command)
                .handle(
                        (answer, failure) -> {
                            if (answer instanceof Answer.Held) {
                                shares.granted(claim, new HoldName(eventId, id));
                            } else {
                                shares.refused(claim);
                            }
                            return answer instanceof Answer.Rejected rejected
                                    ? rejected(event, caller, request, rejected)
                                    : outcome(event, caller.account(), answer, failure);
                        });
    }

    private HoldOutcome rejected(
            EventOnSale event, Caller caller, HoldRequest request, Answer.Rejected rejected) {
        boolean together = request instanceof HoldRequest.Best best && best.together();
        return new OwnHolds(event, live.of(event.id(), caller.account()))
                .refusal(rejected, together);
    }

    /** Nothing of the event is held or paid for until an operator has looked. */
    public boolean isStopped(long event) {
        return stopped.test(event);
    }

    /** A retry finds its own hold even if prices have changed in the meantime. */
    private HoldId derived(long account, EventOnSale event, String key) {
        HoldId now = HoldIds.derived(account, event.id(), key, event.prices());
        for (PriceVersion earlier : event.earlierPrices()) {
            HoldId before = HoldIds.at(now, earlier);
            if (live.has(new HoldName(event.id(), before))) {
                return before;
            }
        }
        return now;
    }

    /** The caller's own hold, while it is live. */
    public Optional<LiveHold> find(Caller caller, HoldName name) {
        return live.find(name).filter(hold -> hold.buyer() == caller.account());
    }

    /** Adds up to five minutes to what the hold has left. */
    public CompletableFuture<HoldOutcome> extend(Caller caller, HoldName name) {
        EventOnSale event = catalogue.onSale(name.event());
        if (event == null) {
            return refused(Refusals.holdGone());
        }
        return ledger.submit(new ExtendHold(name.event(), name.id(), caller.account()))
                .handle((answer, failure) -> outcome(event, caller.account(), answer, failure));
    }

    /** Gives the places back; empty once that is done. */
    public CompletableFuture<Optional<Problem>> release(Caller caller, HoldName name) {
        EventOnSale event = catalogue.onSale(name.event());
        if (event == null) {
            return CompletableFuture.completedFuture(Optional.of(Refusals.holdGone()));
        }
        return ledger.submit(new ReleaseHold(name.event(), name.id(), caller.account()))
                .handle(
                        (answer, failure) ->
                                failure != null
                                        ? Optional.of(Refusals.ledgerAway(failure))
                                        : released(event, answer));
    }

    private HoldOutcome outcome(
            EventOnSale event, long buyer, @Nullable Answer answer, @Nullable Throwable failure) {
        if (answer == null) {
            return new HoldOutcome.Refused(Refusals.ledgerAway(failure));
        }
        return switch (answer) {
            case Answer.Held held -> granted(event, buyer, held);
            case Answer.Rejected rejected ->
                    new HoldOutcome.Refused(Refusals.problem(event, rejected));
            case Answer.Done _ -> throw new IllegalStateException("no hold in the ledger's answer");
        };
    }

    private HoldOutcome granted(EventOnSale event, long buyer, Answer.Held held) {
        EventOnSale told = HoldIds.priced(event, held.hold());
        if (told == null) {
            return new HoldOutcome.Refused(Refusals.priceUnknown());
        }
        LiveHold hold =
                new LiveHold(
                        held.hold(),
                        told,
                        buyer,
                        held.places(),
                        held.expiresAtMillis(),
                        0,
                        held.position());
        live.remember(hold);
        return new HoldOutcome.Granted(hold);
    }

    private static Optional<Problem> released(EventOnSale event, Answer answer) {
        return answer instanceof Answer.Rejected rejected
                ? Optional.of(Refusals.problem(event, rejected))
                : Optional.empty();
    }

    private static CompletableFuture<HoldOutcome> refused(Problem problem) {
        return CompletableFuture.completedFuture(new HoldOutcome.Refused(problem));
    }
}
