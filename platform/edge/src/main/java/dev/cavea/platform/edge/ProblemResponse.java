package dev.cavea.platform.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;

/** A problem as a response: for raw Vert.x routes and for JAX-RS. */
public final class ProblemResponse {

    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemResponse() {}

    /** Ends the response; a response that has already ended is left alone. */
    public static void write(HttpServerResponse response, Problem problem) {
        if (response.ended() || response.closed() || response.headWritten()) {
            return;
        }
        response.setStatusCode(problem.status());
        response.putHeader("Content-Type", MEDIA_TYPE);
        response.putHeader("Cache-Control", "no-store");
        problem.headers().forEach(response::putHeader);
        response.end(Buffer.buffer(Json.write(problem.document())));
    }

    /** For the failure handler of a raw route. */
    public static void write(HttpServerResponse response, Throwable failure) {
        write(response, Problems.from(failure));
    }

    public static Response of(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status())
                        .header("Content-Type", MEDIA_TYPE)
                        .header("Cache-Control", "no-store")
                        .entity(Json.write(problem.document()));
        problem.headers().forEach(response::header);
        return response.build();
    }
}
