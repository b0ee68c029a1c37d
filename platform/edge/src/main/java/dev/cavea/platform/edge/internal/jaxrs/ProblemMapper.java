package dev.cavea.platform.edge.internal.jaxrs;

import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.ProblemResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Problem as a problem document. */
@Provider
public class ProblemMapper implements ExceptionMapper<Problem> {

    @Override
    public Response toResponse(Problem failure) {
        return ProblemResponse.of(failure);
    }
}
