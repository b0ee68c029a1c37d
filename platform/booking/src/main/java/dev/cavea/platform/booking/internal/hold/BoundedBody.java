package dev.cavea.platform.booking.internal.hold;

import dev.cavea.platform.edge.BodyLimits;
import dev.cavea.platform.edge.ProblemResponse;
import dev.cavea.platform.edge.Problems;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Collects a request's body on the event loop and refuses it as soon as it is too large. */
public final class BoundedBody implements Handler<Buffer> {

    private static final byte[] EMPTY = {};

    private final HttpServerRequest request;
    private final Handler<byte[]> whole;
    private byte @Nullable [] first;
    private @Nullable Buffer more;
    private long length;

    private BoundedBody(HttpServerRequest request, Handler<byte[]> whole) {
        this.request = request;
        this.whole = whole;
    }

    /** Hands the body over once it is complete. */
    public static void read(HttpServerRequest request, Handler<byte[]> whole) {
        BoundedBody body = new BoundedBody(request, whole);
        request.handler(body);
        request.endHandler(_ -> body.end());
        request.resume();
    }

    @Override
    public void handle(Buffer chunk) {
        if (refused()) {
            return;
        }
        length += chunk.length();
        if (refused()) {
            first = null;
            more = null;
            ProblemResponse.write(
                    request.response(), Problems.bodyTooLarge(BodyLimits.DEFAULT_BYTES));
        } else if (first == null) {
            first = chunk.getBytes();
        } else {
            more = (more == null ? Buffer.buffer(first) : more).appendBuffer(chunk);
        }
    }

    private boolean refused() {
        return length > BodyLimits.DEFAULT_BYTES;
    }

    private void end() {
        if (!refused()) {
            whole.handle(more != null ? more.getBytes() : first != null ? first : EMPTY);
        }
    }
}
