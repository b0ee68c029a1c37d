package dev.cavea.platform.edge;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What JAX-RS itself refuses, before or outside any endpoint. */
final class HttpProblems {

    private static final int SERVER_ERRORS = 500;

    private HttpProblems() {}

    /** Null if it is our own failure and must be logged as one. */
    static @Nullable Problem of(WebApplicationException refused) {
        Response response = refused.getResponse();
        int status = response.getStatus();
        if (status >= SERVER_ERRORS || status < 400) {
            return null;
        }
        Problem problem =
                switch (status) {
                    case 404 -> notFound(refused);
                    case 405 -> notAllowed(response);
                    case 406 ->
                            new Problem(
                                    406,
                                    "not-acceptable",
                                    "No such format",
                                    "This path has no format that the Accept header allows.");
                    case 413 -> Problems.bodyTooLarge(BodyLimits.DEFAULT_BYTES);
                    case 415 ->
                            new Problem(
                                    415,
                                    "unsupported-media-type",
                                    "Unsupported kind of body",
                                    "This path does not accept a body with this Content-Type;"
                                            + " application/json is accepted wherever a body is.");
                    default -> plain(status, response);
                };
        String authenticate = response.getHeaderString("WWW-Authenticate");
        return authenticate == null ? problem : problem.header("WWW-Authenticate", authenticate);
    }

    /** JAX-RS also says 404 when a query or path parameter cannot be converted. */
    private static Problem notFound(WebApplicationException refused) {
        return refused.getCause() == null
                ? Problems.notFound("not-found", "There is nothing at this path.")
                : Problems.invalidField(
                        "query",
                        "has a parameter of the wrong type",
                        "the types in the API's description");
    }

    private static Problem notAllowed(Response response) {
        Set<String> allowed = new TreeSet<>(response.getAllowedMethods());
        Problem problem =
                new Problem(
                        405,
                        "method-not-allowed",
                        "Method not allowed",
                        "This path does not support the method.");
        if (allowed.isEmpty()) {
            return problem;
        }
        return problem.header("Allow", String.join(", ", allowed)).with("allowed", allowed);
    }

    private static Problem plain(int status, Response response) {
        Response.StatusType type = response.getStatusInfo();
        return new Problem(
                status,
                status == 400 ? "bad-request" : "refused",
                type.getReasonPhrase(),
                "The request was refused before it reached an endpoint.");
    }
}
