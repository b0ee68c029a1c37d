package dev.cavea.platform.guard;

import dev.cavea.platform.edge.CallerScope;
import dev.cavea.platform.edge.ClientNetwork;
import dev.cavea.platform.edge.ProblemResponse;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guards every request to the API, JAX-RS and raw routes alike: a limit per address and kind of
 * request, and one per account. Its headers are on every response to which a limit applies.
 */
public final class RequestLimits implements Handler<RoutingContext> {

    private static final RatePolicy SIGN_IN = new RatePolicy("sign-in", 10, 20);
    private static final RatePolicy GUESTS = new RatePolicy("guests", 5, 100);
    private static final RatePolicy HOLDS = new RatePolicy("holds", 20, 40);
    private static final RatePolicy WRITES = new RatePolicy("writes", 20, 60);
    private static final RatePolicy READS = new RatePolicy("reads", 100, 400);

    /**
     * What one token may cost the server; an account could not use more, since its seats are few.
     */
    private static final RatePolicy ACCOUNT = new RatePolicy("account", 500, 2_000);

    private static final CharSequence LEFT = HttpHeaders.createOptimized("RateLimit");
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final RateLimits limits;
    private final ClientAddresses addresses;
    private final CallerScope callers;

    public RequestLimits(RateLimits limits, ClientAddresses addresses, CallerScope callers) {
        this.limits = limits;
        this.addresses = addresses;
        this.callers = callers;
    }

    @Override
    public void handle(RoutingContext context) {
        RateDecision tightest = decide(context);
        if (tightest == null) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        if (!tightest.allowed()) {
            ProblemResponse.write(response, tightest.problem());
            return;
        }
        response.putHeader(LEFT, tightest.header());
        response.putHeader(POLICY, tightest.policyHeader());
        context.next();
    }

    /**
     * Null if no limit applies. A request refused for its address does not count against the
     * account.
     */
    private @Nullable RateDecision decide(RoutingContext context) {
        HttpServerRequest request = context.request();
        String address = addresses.limited(request);
        if (address == null) {
            return byAccount(request);
        }
        ClientNetwork.note(context, address);
        RateDecision byAddress = limits.take(policyOf(context), address);
        return byAddress.allowed() ? tighter(byAddress, byAccount(request)) : byAddress;
    }

    private @Nullable RateDecision byAccount(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        String caller = authorization == null ? null : callers.of(authorization);
        return caller == null ? null : limits.take(ACCOUNT, caller);
    }

    private static RateDecision tighter(RateDecision one, @Nullable RateDecision other) {
        return other == null || one.remaining() < other.remaining() ? one : other;
    }

    private static RatePolicy policyOf(RoutingContext context) {
        if (SAFE.contains(context.request().method())) {
            return READS;
        }
        // As routes are matched: a path written another way is the same path.
        String path = context.normalizedPath();
        if (path.startsWith("/api/v1/auth/")) {
            return path.endsWith("/guest") ? GUESTS : SIGN_IN;
        }
        return path.endsWith("/holds") ? HOLDS : WRITES;
    }
}
