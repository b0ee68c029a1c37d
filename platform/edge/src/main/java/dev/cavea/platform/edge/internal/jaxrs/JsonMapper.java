package dev.cavea.platform.edge.internal.jaxrs;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cavea.platform.edge.ProblemResponse;
import dev.cavea.platform.edge.Problems;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** JsonProcessingException as a problem document. */
@Provider
public class JsonMapper implements ExceptionMapper<JsonProcessingException> {

    @Override
    public Response toResponse(JsonProcessingException failure) {
        return ProblemResponse.of(Problems.from(failure));
    }
}
