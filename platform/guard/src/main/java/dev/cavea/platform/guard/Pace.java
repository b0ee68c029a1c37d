package dev.cavea.platform.guard;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Knows since when a connection has owed the rest of a request's head: from connecting until its
 * first request, then from the first byte that arrives while no request is being answered.
 */
final class Pace extends ChannelInboundHandlerAdapter {

    private static final long NEVER = Long.MAX_VALUE;

    private @Nullable ChannelHandlerContext channel;
    private volatile long owesSince;
    private volatile boolean answering;
    private volatile boolean free;

    Pace(long nowNanos) {
        this.owesSince = nowNanos;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!free && !answering && owesSince == NEVER) {
            owesSince = System.nanoTime();
        }
        context.fireChannelRead(message);
    }

    /**
     * A request's head has arrived.
     *
     * @param last the connection will carry frames from now on, HTTP/2's or a WebSocket's, whose
     *     headers have their own limits
     */
    void headIsHere(boolean last) {
        free |= last;
        answering = true;
        owesSince = NEVER;
    }

    void answered() {
        answering = false;
    }

    void closeIfSlow(long nowNanos, long patienceNanos) {
        long since = owesSince;
        ChannelHandlerContext known = channel;
        if (since != NEVER && known != null && nowNanos - since > patienceNanos) {
            var _ = known.close();
        }
    }
}
