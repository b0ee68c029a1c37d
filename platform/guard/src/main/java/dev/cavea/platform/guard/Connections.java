package dev.cavea.platform.guard;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts connections as they are accepted, in all and by address, and closes excess ones before
 * reading a byte. Neither Vert.x nor Quarkus counts by address, so this sits in Netty's pipeline of
 * the listening socket.
 */
@ChannelHandler.Sharable
public final class Connections extends ChannelInboundHandlerAdapter {

    private final ConnectionLimits limits;
    private final ClientAddresses addresses;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, Pace> paces = new ConcurrentHashMap<>();

    public Connections(ConnectionLimits limits, ClientAddresses addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    /** Guards the socket listening on this port of a started server. */
    public void guard(Vertx vertx, int port) {
        for (EventExecutor executor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            if (executor instanceof SingleThreadEventLoop loop) {
                loop.execute(() -> stand(loop.registeredChannelsIterator(), port));
            }
        }
    }

    private void stand(Iterator<Channel> channels, int port) {
        while (channels.hasNext()) {
            if (channels.next() instanceof ServerChannel server
                    && server.localAddress() instanceof InetSocketAddress listening
                    && listening.getPort() == port
                    && server.pipeline().context(this) == null) {
                server.pipeline().addFirst(this);
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext listening, Object message) {
        if (message instanceof Channel accepted
                && accepted.remoteAddress() instanceof InetSocketAddress peer) {
            String address = addresses.limited(peer.getAddress());
            if (!enter(address)) {
                accepted.unsafe().closeForcibly();
                return;
            }
            Pace pace = new Pace(System.nanoTime());
            paces.put(peer, pace);
            accepted.pipeline().addFirst(pace);
            accepted.closeFuture()
                    .addListener(
                            _ -> {
                                paces.remove(peer, pace);
                                leave(address);
                            });
        }
        listening.fireChannelRead(message);
    }

    private boolean enter(@Nullable String address) {
        if (open.incrementAndGet() > limits.all()) {
            open.decrementAndGet();
            return false;
        }
        if (address != null && byAddress.merge(address, 1, Integer::sum) > limits.ofOneAddress()) {
            leave(address);
            return false;
        }
        return true;
    }

    private void leave(@Nullable String address) {
        open.decrementAndGet();
        if (address != null) {
            byAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    /** How many there are now. */
    public int open() {
        return open.get();
    }

    /** Null for a connection that was there before the port was guarded. */
    @Nullable Pace paceOf(@Nullable SocketAddress peer) {
        return peer instanceof InetSocketAddress known ? paces.get(known) : null;
    }

    /** Closes what has been sending one request's head for too long. */
    void closeSlowHeads(long nowNanos) {
        long patience = limits.head().toNanos();
        for (Pace pace : paces.values()) {
            pace.closeIfSlow(nowNanos, patience);
        }
    }
}
