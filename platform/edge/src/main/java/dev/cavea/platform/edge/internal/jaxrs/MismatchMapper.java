package dev.cavea.platform.edge.internal.jaxrs;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.cavea.platform.edge.ProblemResponse;
import dev.cavea.platform.edge.Problems;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** As {@link JsonMapper}; Quarkus has its own mapper for exactly this class, so ours names it. */
@Provider
public class MismatchMapper implements ExceptionMapper<MismatchedInputException> {

    @Override
    public Response toResponse(MismatchedInputException failure) {
        return ProblemResponse.of(Problems.from(failure));
    }
}
