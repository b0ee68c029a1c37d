package dev.cavea.platform.accounts.internal.people;

import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.AuditSearch;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.kernel.Ids;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The query of the audit trail. Everything is text here, so that a mistake gets a proper problem.
 */
public class AuditParameters {

    @QueryParam("who")
    @Parameter(description = "The id of the account that did it")
    @Nullable String who;

    @QueryParam("what")
    @Parameter(description = "A kind of act, as shown in the entries")
    @Nullable String what;

    @QueryParam("subject")
    @Parameter(description = "The id of what it was done to")
    @Nullable String subject;

    @QueryParam("from")
    @Parameter(description = "Only entries from this moment on")
    @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "Only entries before this moment")
    @Nullable String to;

    /**
     * @throws dev.cavea.platform.edge.Problem 422 {@code invalid-field}
     */
    AuditSearch asked() {
        Check check = new Check();
        AuditSearch search =
                new AuditSearch(
                        account(check),
                        act(check),
                        given(subject),
                        instant(check, "from", from),
                        instant(check, "to", to));
        check.orThrow();
        return search;
    }

    private @Nullable Long account(Check check) {
        String given = given(who);
        if (given == null) {
            return null;
        }
        OptionalLong id = Ids.parse(given);
        check.that("who", id.isPresent(), "is not an id", "the id of an account");
        return id.isPresent() ? id.getAsLong() : null;
    }

    private @Nullable Act act(Check check) {
        String given = given(what);
        if (given == null) {
            return null;
        }
        Act act = Act.of(given).orElse(null);
        List<String> words = Arrays.stream(Act.values()).map(Act::word).toList();
        check.that("what", act != null, "is not a kind of act", words);
        return act;
    }

    private static @Nullable Instant instant(Check check, String field, @Nullable String text) {
        String given = given(text);
        if (given == null) {
            return null;
        }
        try {
            return Instant.parse(given);
        } catch (DateTimeParseException e) {
            check.that(field, false, "is not a moment", "a moment such as 2026-11-21T10:00:00Z");
            return null;
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
