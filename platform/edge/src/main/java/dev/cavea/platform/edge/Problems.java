package dev.cavea.platform.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The problems that any module may raise, and the one way from a failure to a problem. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int DEEPEST_CAUSE = 20;

    /** Connection lost, transaction rolled back, out of resources, stopped by an operator. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    private static final String LOCK_TIMEOUT = "55P03";

    private Problems() {}

    /** 422: one field of the request cannot be accepted. For several at once use {@link Check}. */
    public static Problem invalidField(String field, String problem, Object allowed) {
        return invalidFields(List.of(new FieldError(field, problem, allowed)));
    }

    static Problem invalidFields(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return new Problem(
                        422,
                        "invalid-field",
                        "A field cannot be accepted",
                        "\"" + first.field() + "\" " + first.problem() + more(errors.size() - 1))
                .with("field", first.field())
                .with("allowed", first.allowed())
                .with("errors", errors);
    }

    private static String more(int others) {
        return others == 0 ? "." : ", and " + others + " more; see \"errors\".";
    }

    /** 404, as {@code notFound("unknown-event", "There is no event 01h...")}. */
    public static Problem notFound(String slug, String detail) {
        return new Problem(404, slug, "Not found", detail);
    }

    public static Problem noSuchPath(String path) {
        return notFound("not-found", "There is nothing at " + path + ".").with("path", path);
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", "Not allowed", detail);
    }

    /** 503: a queue is full or a part is down for a moment; nothing was done. */
    public static Problem overloaded(String detail, int retryAfterSeconds) {
        return new Problem(503, "overloaded", "Too busy for this request", detail)
                .header("Retry-After", Integer.toString(retryAfterSeconds))
                .with("retryAfterSeconds", retryAfterSeconds);
    }

    public static Problem bodyTooLarge(long limitBytes) {
        return new Problem(
                        413,
                        "body-too-large",
                        "The body is too large",
                        "This path accepts a body of at most " + limitBytes + " bytes.")
                .with("limitBytes", limitBytes);
    }

    /**
     * Whatever went wrong, as a problem. Anything unforeseen is logged once, here, and becomes a
     * 500 {@code internal} that names the incident and reveals nothing else.
     */
    public static Problem from(Throwable failure) {
        Problem known = known(failure);
        return known != null ? known : incident(failure);
    }

    private static @Nullable Problem known(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            switch (cause) {
                case Problem problem -> {
                    return problem;
                }
                case JsonProcessingException json -> {
                    return JsonProblems.of(json);
                }
                case SQLException sql when isPassing(sql) -> {
                    LOG.warn("The database does not answer: {}", sql.getMessage());
                    return overloaded("The database did not answer in time.", 1);
                }
                case RejectedExecutionException full -> {
                    LOG.warn("A queue is full: {}", full.getMessage());
                    return overloaded("The server is overloaded.", 1);
                }
                default -> cause = cause.getCause();
            }
        }
        return failure instanceof WebApplicationException web ? HttpProblems.of(web) : null;
    }

    /** Failures that another try may not meet, by the first two letters of PostgreSQL's code. */
    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || (state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2)))
                || LOCK_TIMEOUT.equals(state);
    }

    private static Problem incident(Throwable failure) {
        String incident = Long.toHexString(System.nanoTime() ^ Thread.currentThread().threadId());
        LOG.error("Incident {}", incident, failure);
        return new Problem(
                        500,
                        "internal",
                        "Something broke on our side",
                        "It was logged as incident "
                                + incident
                                + ". Nothing about your request"
                                + " needs to change; please try again.")
                .with("incident", incident);
    }

    /** What was wrong with one field: an element of the member {@code errors}. */
    public record FieldError(String field, String problem, Object allowed) {}
}
