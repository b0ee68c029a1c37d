package dev.cavea.platform.edge.internal.jaxrs;

import dev.cavea.platform.edge.ProblemResponse;
import dev.cavea.platform.edge.Problems;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Anything unforeseen: an incident, logged once. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable failure) {
        return ProblemResponse.of(Problems.from(failure));
    }
}
