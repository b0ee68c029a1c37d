package dev.cavea.platform.live.internal.watch;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;

/** Wraps bytes that many connections send, without a copy for each. */
public final class SharedBytes {

    private SharedBytes() {}

    /** The array must never change again. */
    public static Buffer wrap(byte[] bytes) {
        return BufferImpl.buffer(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes)));
    }
}
