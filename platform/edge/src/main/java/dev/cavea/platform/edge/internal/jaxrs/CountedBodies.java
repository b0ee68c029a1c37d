package dev.cavea.platform.edge.internal.jaxrs;

import dev.cavea.platform.edge.BodyLimits;
import dev.cavea.platform.edge.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the bytes of a body that did not declare its length, chunked or over HTTP/2, and stops at
 * the path's limit. The protocol holds a declared length to its word.
 */
@Provider
public class CountedBodies implements ContainerRequestFilter {

    private final BodyLimits limits;

    public CountedBodies(BodyLimits limits) {
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("Content-Length") == null && mayHaveBody(request.getMethod())) {
            long limit = limits.limitOf(request.getUriInfo().getPath());
            request.setEntityStream(new Counted(request.getEntityStream(), limit));
        }
    }

    private static boolean mayHaveBody(String method) {
        return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
    }

    private static final class Counted extends FilterInputStream {

        private final long limit;
        private long left;

        Counted(InputStream body, long limit) {
            super(body);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw Problems.bodyTooLarge(limit);
            }
        }
    }
}
