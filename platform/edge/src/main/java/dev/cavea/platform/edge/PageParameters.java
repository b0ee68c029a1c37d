package dev.cavea.platform.edge;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?limit=&cursor=} of every list. The limit is text here, so that a non-number gets a proper
 * problem.
 */
public class PageParameters {

    @QueryParam("limit")
    @Parameter(
            description = "1 to 200; 50 if left out",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    public @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the previous page")
    public @Nullable String cursor;

    /**
     * @param list the name of the list, so that a cursor of another list is refused
     */
    public PageRequest page(String list) {
        return PageRequest.of(list, limit, cursor);
    }
}
