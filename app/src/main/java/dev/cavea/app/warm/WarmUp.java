package dev.cavea.app.warm;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.booking.HoldDesk;
import dev.cavea.platform.booking.HoldRoute;
import dev.cavea.platform.booking.LiveHolds;
import dev.cavea.platform.edge.BodyLimits;
import dev.cavea.platform.edge.HotIdempotency;
import dev.cavea.platform.edge.RawRoutes;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.live.LiveMaps;
import dev.cavea.platform.live.LiveRoutes;
import dev.cavea.platform.live.WatcherLimits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The warm-up at the start. Whatever goes wrong in it is logged and does not prevent the start. */
public final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int CONNECTIONS = 4;
    private static final int BATCH = 32;
    private static final int KNOCKS = 8;
    private static final long NO_HOUSE = 0;
    private static final Caller ANYBODY = new Caller(1, Role.FAN, Long.MAX_VALUE);

    private final LongAdder done = new LongAdder();
    private final Vertx vertx;
    private final HotIdempotency idempotency;
    private final LedgerClient ledger;
    private final Supplier<String> guests;

    /**
     * @param ledger the real one: it gets commands about no house, which it refuses
     * @param guests access tokens of new guests, who leave no trace
     */
    public WarmUp(
            Vertx vertx, HotIdempotency idempotency, LedgerClient ledger, Supplier<String> guests) {
        this.vertx = vertx;
        this.idempotency = idempotency;
        this.ledger = ledger;
        this.guests = guests;
    }

    /** Works for about this long, also on the real port, where it asks for what is not there. */
    public void run(int port, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        PrivateHouse house = new PrivateHouse();
        try (LiveMaps maps = new LiveMaps(house)) {
            HttpServer server = serve(house, maps);
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i;
                clients.add(Thread.startVirtualThread(() -> take(server, house, first, end)));
            }
            clients.add(Thread.startVirtualThread(() -> knock(port, end)));
            warmLedger(end);
            for (Thread client : clients) {
                client.join();
            }
            await(server.close().toCompletionStage().toCompletableFuture());
            LOG.debug("the warm-up did {} requests and commands in {} ms", done, millis);
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.warn("the warm-up broke off: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpServer serve(PrivateHouse house, LiveMaps maps)
            throws IOException, ExecutionException, InterruptedException, TimeoutException {
        Router router = Router.router(vertx);
        router.route("/api/*").order(-1_000).handler(BodyLimits.standard());
        HoldDesk desk = new HoldDesk(house, house, new LiveHolds(house), _ -> false);
        RawRoutes routes = new RawRoutes(router, (_, _) -> ANYBODY);
        routes.mount(HoldRoute.ORDER, new HoldRoute(desk, idempotency));
        LiveRoutes.mount(routes, house, maps, () -> 0, WatcherLimits.none());
        return await(
                vertx.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture());
    }

    /** Every fourth pair of seats is this client's; taken once, they are refused from then on. */
    private void take(HttpServer server, PrivateHouse house, int first, long end) {
        String event = "/api/v1/events/" + Ids.text(house.event().id());
        int pairs = PrivateHouse.ROWS * PrivateHouse.SEATS / 2;
        int pair = first;
        try (Pipeline pipeline = new Pipeline(server.actualPort())) {
            while (System.nanoTime() < end) {
                List<byte[]> batch = new ArrayList<>(BATCH);
                batch.add(Pipeline.get(event + "/seats", "application/vnd.cavea.seatmap"));
                while (batch.size() < BATCH) {
                    batch.add(hold(event, "warm", wish(house, pair * 2 % (pairs * 2))));
                    pair += CONNECTIONS;
                }
                pipeline.send(batch);
                done.add(BATCH);
            }
        } catch (IOException e) {
            LOG.debug("a client of the warm-up ended", e);
        }
    }

    /** Each time with tokens that nobody has seen: at an on-sale most are so. */
    private void knock(int port, long end) {
        String event = "/api/v1/events/" + Ids.text(NO_HOUSE);
        try (Pipeline pipeline = new Pipeline(port)) {
            while (System.nanoTime() < end) {
                List<byte[]> batch = new ArrayList<>(KNOCKS);
                while (batch.size() < KNOCKS) {
                    batch.add(hold(event, guests.get(), "{\"seats\":[\"A-1-1\"]}"));
                }
                pipeline.send(batch);
                done.add(KNOCKS);
            }
        } catch (IOException e) {
            LOG.debug("a client of the warm-up ended", e);
        }
    }

    private static byte[] hold(String event, String token, String body) {
        return Pipeline.post(event + "/holds", token, body);
    }

    private static String wish(PrivateHouse house, int seat) {
        var plan = house.event().plan();
        return "{\"seats\":[\"%s\",\"%s\"]}".formatted(plan.seatId(seat), plan.seatId(seat + 1));
    }

    /** Packs, log and answers: for the real ledger there is no such house. */
    private void warmLedger(long end) throws ExecutionException, InterruptedException {
        try {
            while (System.nanoTime() < end) {
                List<CompletableFuture<?>> answers = new ArrayList<>(BATCH);
                for (int i = 0; i < BATCH; i++) {
                    answers.add(ledger.submit(new ReleaseHold(NO_HOUSE, new HoldId(0, 1), 0)));
                }
                await(CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)));
                done.add(BATCH);
            }
        } catch (TimeoutException e) {
            LOG.warn("the ledger did not answer the warm-up");
        }
    }

    private static <T> T await(CompletableFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(5, TimeUnit.SECONDS);
    }
}
