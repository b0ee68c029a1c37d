package dev.cavea.ledger.client;

import dev.cavea.ledger.client.LedgerUnavailable.Outcome;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.Command;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one client of a process: any number of threads submit, one packs. It goes to the member in
 * this process while that one leads, and over the network otherwise.
 */
public final class PackingLedgerClient implements LedgerClient, AutoCloseable {

    private final ClientSettings settings;
    private final CallQueue queue = new CallQueue();
    private final AtomicInteger queued = new AtomicInteger();
    private final Packer packer;
    private final Route route;
    private volatile boolean closed;

    private PackingLedgerClient(Route route, ClientSettings settings) {
        this.settings = settings;
        this.route = route;
        this.packer = new Packer(route, settings, queue, queued);
        packer.start();
    }

    /** For a ledger whose only member is in this process. */
    public static PackingLedgerClient inProcess(LedgerMember member, ClientSettings settings) {
        return new PackingLedgerClient(new Route(member, null), settings);
    }

    /** For the member in this process while it leads, otherwise the remote ones. */
    public static PackingLedgerClient inProcessOrRemote(
            LedgerMember member, Members members, @Nullable PemFiles tls, ClientSettings settings) {
        return new PackingLedgerClient(new Route(member, remote(members, tls, settings)), settings);
    }

    /** For members elsewhere. */
    public static PackingLedgerClient remote(
            Members members, ClientSettings settings, @Nullable PemFiles tls) {
        return new PackingLedgerClient(new Route(null, remote(members, tls, settings)), settings);
    }

    private static RemoteMembers remote(
            Members members, @Nullable PemFiles tls, ClientSettings settings) {
        return new RemoteMembers(members, tls, settings.attemptTimeout().toMillis());
    }

    @Override
    public CompletableFuture<Answer> submit(Command command) {
        return enqueue(command, null);
    }

    @Override
    public CompletableFuture<Answer> submit(Command command, Executor completeOn) {
        return enqueue(command, completeOn);
    }

    /** Commands waiting to be packed. */
    public int queued() {
        return queued.get();
    }

    private CompletableFuture<Answer> enqueue(Command command, @Nullable Executor completeOn) {
        long deadline = System.nanoTime() + settings.deadline().toNanos();
        Call call = new Call(command, deadline, completeOn);
        if (closed) {
            return refused(call, "the client was closed");
        }
        if (queued.incrementAndGet() > settings.maxQueued()) {
            queued.decrementAndGet();
            return refused(call, "%d commands are already waiting".formatted(settings.maxQueued()));
        }
        queue.add(call);
        packer.callAdded();
        if (packer.isFinished()) {
            return refused(call, "the client was closed");
        }
        return call;
    }

    private static Call refused(Call call, String why) {
        call.fail(new LedgerUnavailable(Outcome.NOT_SENT, why));
        return call;
    }

    /** The feed, over the same route. */
    public LedgerFeed feed() {
        return new MemberFeed(route);
    }

    /** Waits for answers under way, two seconds at most. */
    @Override
    public void close() {
        closed = true;
        packer.close();
        packer.awaitFinished();
        route.close();
    }
}
