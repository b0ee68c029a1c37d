package dev.cavea.app.pages;

import io.netty.buffer.Unpooled;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers a GET with a file of the pages, or with the one page that finds its way by itself: any
 * address that a browser asks for as a page and that is not another part's gives index.html.
 */
final class Pages implements Handler<RoutingContext> {

    private static final String INDEX = "/index.html";

    /** The names of these files change with their content. */
    private static final String HASHED = "/assets/";

    private static final String[] OTHERS = {
        "/api/", "/health", "/metrics", "/openapi", "/docs", "/socket.io"
    };

    /** Only files that exist are kept, so that nobody can fill it. */
    private final Map<String, PageFile> files = new ConcurrentHashMap<>();

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath();
        PageFile file = isOthers(path) ? null : find(path, context.request());
        if (file == null) {
            context.next();
            return;
        }
        send(context.request(), path, file);
    }

    private static boolean isOthers(String path) {
        for (String prefix : OTHERS) {
            if (path.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable PageFile find(String path, HttpServerRequest request) {
        PageFile file = file(path.equals("/") ? INDEX : path);
        return file == null && asksForPage(path, request.getHeader("Accept")) ? file(INDEX) : file;
    }

    /**
     * Whoever takes anything gets the page, too, as curl does; but not in place of a script or a
     * picture that is not there.
     */
    static boolean asksForPage(String path, @Nullable String accept) {
        if (accept != null && accept.contains("text/html")) {
            return true;
        }
        boolean anything = accept == null || accept.contains("*/*") || accept.contains("text/*");
        return anything && path.indexOf('.', path.lastIndexOf('/')) < 0;
    }

    private @Nullable PageFile file(String path) {
        PageFile known = files.get(path);
        if (known != null) {
            return known;
        }
        PageFile read = PageFile.read(path);
        if (read != null) {
            files.put(path, read);
        }
        return read;
    }

    private static void send(HttpServerRequest request, String path, PageFile file) {
        HttpServerResponse response = request.response();
        response.putHeader("ETag", file.entityTag());
        response.putHeader("Vary", "Accept, Accept-Encoding");
        response.putHeader(
                "Cache-Control",
                path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(file.entityTag())) {
            var _ = response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", file.mediaType());
        byte[] gzip = file.gzip();
        if (gzip != null && takesGzip(request)) {
            var _ = response.putHeader("Content-Encoding", "gzip").end(wrap(gzip));
        } else {
            var _ = response.end(wrap(file.plain()));
        }
    }

    private static boolean takesGzip(HttpServerRequest request) {
        String encodings = request.getHeader("Accept-Encoding");
        return encodings != null && encodings.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private static Buffer wrap(byte[] bytes) {
        return BufferImpl.buffer(Unpooled.wrappedBuffer(bytes));
    }
}
