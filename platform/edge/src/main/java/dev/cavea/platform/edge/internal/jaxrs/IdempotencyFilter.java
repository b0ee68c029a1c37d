package dev.cavea.platform.edge.internal.jaxrs;

import dev.cavea.platform.edge.Answer;
import dev.cavea.platform.edge.CallerScope;
import dev.cavea.platform.edge.ClientAddress;
import dev.cavea.platform.edge.IdempotencyStore;
import dev.cavea.platform.edge.KeyedRequest;
import dev.cavea.platform.edge.Turn;
import io.vertx.core.Context;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a repeated POST the answer that the first one got. It runs where the endpoint runs, on a
 * virtual thread; a route on an event loop uses {@link dev.cavea.platform.edge.HotIdempotency}.
 */
@Singleton
public class IdempotencyFilter
        implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

    private static final String TURN = "cavea.idempotency.turn";
    private static final String STATUS = "cavea.idempotency.status";
    private static final List<String> KEPT_HEADERS =
            List.of("Content-Type", "Location", "ETag", "Cache-Control", "Retry-After");

    private final IdempotencyStore store;
    private final CallerScope callers;
    private final Instance<ClientAddress> address;

    public IdempotencyFilter(
            IdempotencyStore store, CallerScope callers, Instance<ClientAddress> address) {
        this.store = store;
        this.callers = callers;
        this.address = address;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(KeyedRequest.HEADER);
        if (key == null || Context.isOnEventLoopThread()) {
            return;
        }
        String caller = scope(request.getHeaderString("Authorization"));
        if (caller == null) {
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String path = request.getUriInfo().getPath();
        switch (store.begin(KeyedRequest.of(caller, "POST", path, key, body))) {
            case Turn.Mine mine -> request.setProperty(TURN, mine);
            case Turn.Replay replay -> request.abortWith(again(replay.answer()));
        }
    }

    /** Strangers share no keys: each address has its own. */
    private @Nullable String scope(@Nullable String authorization) {
        String caller = callers.of(authorization);
        return CallerScope.ANONYMOUS.equals(caller) && address.isResolvable()
                ? caller + " " + address.get().current()
                : caller;
    }

    private static Response again(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        response.header(Answer.REPLAYED, "true");
        return answer.body().length == 0
                ? response.build()
                : response.entity(answer.body()).build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(TURN) instanceof Turn.Mine mine) {
            if (response.hasEntity()) {
                request.setProperty(STATUS, response.getStatus());
            } else {
                request.removeProperty(TURN);
                mine.settle(
                        new Answer(response.getStatus(), kept(response.getHeaders()), new byte[0]));
            }
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext response) throws IOException {
        if (!(response.getProperty(TURN) instanceof Turn.Mine mine)
                || !(response.getProperty(STATUS) instanceof Integer status)) {
            response.proceed();
            return;
        }
        response.removeProperty(TURN);
        OutputStream wire = response.getOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        response.setOutputStream(body);
        try {
            response.proceed();
            Map<String, String> headers = kept(response.getHeaders());
            // An endpoint that does not declare its type gets it only later: JSON, like all.
            headers.putIfAbsent("Content-Type", "application/json;charset=UTF-8");
            // Kept before it is sent: an answer that a client has seen never changes.
            mine.settle(new Answer(status, headers, body.toByteArray()));
        } catch (IOException | RuntimeException e) {
            mine.abandon();
            throw e;
        }
        response.setOutputStream(wire);
        body.writeTo(wire);
    }

    private static Map<String, String> kept(MultivaluedMap<String, Object> headers) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            Object value = headers.getFirst(name);
            if (value != null) {
                kept.put(name, value.toString());
            }
        }
        return kept;
    }
}
