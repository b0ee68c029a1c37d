package dev.cavea.platform.booking.internal.hold;

import dev.cavea.platform.booking.HoldOutcome;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.edge.Answer;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.ProblemResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An outcome as it is sent. */
@SuppressWarnings("ArrayRecordComponent") // Bytes to be sent, never compared.
public record HoldReply(
        int status, @Nullable String location, Map<String, String> more, byte[] body) {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence PROBLEM =
            HttpHeaders.createOptimized(ProblemResponse.MEDIA_TYPE);
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final int BAD = 400;

    public static HoldReply to(HoldOutcome outcome) {
        return switch (outcome) {
            case HoldOutcome.Granted(LiveHold hold) ->
                    new HoldReply(
                            201,
                            "/api/v1/holds/" + hold.name().text(),
                            Map.of(),
                            HoldAnswers.granted(hold));
            case HoldOutcome.SeatsTaken(var event, var taken) ->
                    new HoldReply(409, null, Map.of(), HoldAnswers.seatsTaken(event, taken));
            case HoldOutcome.Refused(var problem) -> to(problem);
        };
    }

    public static HoldReply to(Problem problem) {
        return new HoldReply(
                problem.status(), null, problem.headers(), Json.write(problem.document()));
    }

    /** On the response's event loop. */
    public void send(HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, status < BAD ? JSON : PROBLEM)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        if (location != null) {
            response.putHeader(HttpHeaders.LOCATION, location);
        }
        more.forEach(response::putHeader);
        response.end(Buffer.buffer(body));
    }

    /** As it is kept for a request with an Idempotency-Key. */
    public Answer kept() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", (status < BAD ? JSON : PROBLEM).toString());
        headers.put("Cache-Control", NO_STORE.toString());
        if (location != null) {
            headers.put("Location", location);
        }
        headers.putAll(more);
        return new Answer(status, headers, body);
    }

    /** Gives an answer once more. */
    public static void replay(HttpServerResponse response, Answer answer) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.putHeader(Answer.REPLAYED, "true");
        response.end(Buffer.buffer(answer.body()));
    }
}
