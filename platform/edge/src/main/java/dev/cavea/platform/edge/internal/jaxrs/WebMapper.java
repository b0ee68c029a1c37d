package dev.cavea.platform.edge.internal.jaxrs;

import dev.cavea.platform.edge.ProblemResponse;
import dev.cavea.platform.edge.Problems;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** WebApplicationException as a problem document. */
@Provider
public class WebMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException failure) {
        return ProblemResponse.of(Problems.from(failure));
    }
}
