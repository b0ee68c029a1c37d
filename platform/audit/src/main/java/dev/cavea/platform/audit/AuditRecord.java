package dev.cavea.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail as administrators see it.
 *
 * @param account null for someone who was not logged in, and for the platform itself
 * @param what the act's word
 * @param address where the request came from; null if no request caused it
 */
@Schema(name = "AuditRecord")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditRecord(
        String id,
        Instant at,
        @Nullable String account,
        @Nullable String role,
        String what,
        Subject subject,
        @Nullable String address,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    /** What it was done to. */
    @Schema(name = "AuditSubject")
    public record Subject(String type, String id) {}
}
