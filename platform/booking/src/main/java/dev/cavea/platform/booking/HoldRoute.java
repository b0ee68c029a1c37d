package dev.cavea.platform.booking;

import static dev.cavea.platform.edge.Access.Level.CALLER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.booking.internal.hold.BoundedBody;
import dev.cavea.platform.booking.internal.hold.HoldBody;
import dev.cavea.platform.booking.internal.hold.HoldReply;
import dev.cavea.platform.booking.internal.hold.LoopMailbox;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.ClientNetwork;
import dev.cavea.platform.edge.HotIdempotency;
import dev.cavea.platform.edge.KeyedRequest;
import dev.cavea.platform.edge.ProblemResponse;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.edge.RawRoute;
import dev.cavea.platform.edge.Turn;
import dev.cavea.platform.kernel.Ids;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.security.Principal;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/events/{id}/holds} as a raw route on the event loop: the one path that a
 * whole city takes at once. It reads the body by hand, submits, and answers on the loop that the
 * request came in on. Nothing here blocks.
 */
@RawRoute.At(method = "POST", path = "/api/v1/events/{id}/holds")
@Access(CALLER)
public final class HoldRoute implements RawRoute {

    /**
     * Right after the routes that guard: the router tries the pattern of each route before this one
     * on each request.
     */
    public static final int ORDER = -900;

    private final HoldDesk desk;
    private final HotIdempotency idempotency;

    public HoldRoute(HoldDesk desk, HotIdempotency idempotency) {
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @Override
    public void handle(RoutingContext context, @Nullable Principal admitted) {
        Caller caller = Caller.of(admitted);
        HttpServerRequest request = context.request();
        String event = context.pathParam("id");
        String network = ClientNetwork.of(context);
        LoopMailbox mailbox = LoopMailbox.ofThisLoop();
        BoundedBody.read(
                request,
                body -> {
                    try {
                        take(new Asked(caller, request, event, network, body, mailbox));
                    } catch (RuntimeException refused) {
                        ProblemResponse.write(request.response(), refused);
                    }
                });
    }

    private void take(Asked asked) {
        String key = asked.request.getHeader(KeyedRequest.HEADER);
        if (key == null) {
            var _ = hold(asked, null).whenComplete((outcome, x) -> asked.answer(reply(outcome, x)));
            return;
        }
        KeyedRequest keyed =
                KeyedRequest.of(
                        asked.caller.getName(), "POST", asked.request.path(), key, asked.body);
        var _ =
                idempotency
                        .turn(keyed)
                        .whenComplete((turn, x) -> asked.onLoop(() -> keyed(asked, turn, x)));
    }

    private void keyed(Asked asked, @Nullable Turn turn, @Nullable Throwable failure) {
        switch (turn) {
            case null -> asked.answer(reply(null, failure));
            case Turn.Replay(var answer) -> HoldReply.replay(asked.response(), answer);
            case Turn.Mine mine -> {
                String key = asked.request.getHeader(KeyedRequest.HEADER);
                var _ =
                        hold(asked, key)
                                .whenComplete(
                                        (outcome, x) -> {
                                            HoldReply reply = reply(outcome, x);
                                            mine.settle(reply.kept());
                                            asked.answer(reply);
                                        });
            }
        }
    }

    private CompletableFuture<HoldOutcome> hold(Asked asked, @Nullable String key) {
        try {
            HoldRequest wanted = HoldBody.read(asked.body);
            OptionalLong event = Ids.parse(asked.event);
            if (event.isEmpty()) {
                throw Problems.notFound("unknown-event", "There is no event with this id.");
            }
            return desk.hold(asked.caller, event.getAsLong(), wanted, key, asked.network);
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** Throws nothing: whoever waits for the answer would wait forever. */
    private static HoldReply reply(@Nullable HoldOutcome outcome, @Nullable Throwable failure) {
        try {
            if (outcome != null) {
                return HoldReply.to(outcome);
            }
            return HoldReply.to(Problems.from(failure != null ? failure : nothing()));
        } catch (RuntimeException e) {
            return HoldReply.to(Problems.from(e));
        }
    }

    private static IllegalStateException nothing() {
        return new IllegalStateException("neither outcome nor failure");
    }

    /** One request whose body has arrived. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Asked(
            Caller caller,
            HttpServerRequest request,
            String event,
            @Nullable String network,
            byte[] body,
            LoopMailbox mailbox) {

        HttpServerResponse response() {
            return request.response();
        }

        void onLoop(Runnable task) {
            mailbox.post(task);
        }

        void answer(HoldReply reply) {
            HttpServerResponse response = request.response();
            mailbox.post(() -> reply.send(response));
        }
    }
}
