package dev.cavea.platform.accounts.internal.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.kernel.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account as people see it.
 *
 * @param email null for a guest, like the name
 */
@Schema(name = "Account")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Account(
        String id,
        @Nullable String email,
        @Nullable String name,
        String role,
        @Nullable Instant createdAt) {

    static Account of(long id, String email, String name, Role role, Instant createdAt) {
        return new Account(Ids.text(id), email, name, role.word(), createdAt);
    }

    static Account guest(long id) {
        return new Account(Ids.text(id), null, null, Role.GUEST.word(), null);
    }
}
