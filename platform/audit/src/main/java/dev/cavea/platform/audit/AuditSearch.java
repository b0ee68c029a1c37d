package dev.cavea.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null for all.
 *
 * @param subject an id as it is shown
 * @param from the start, inclusive
 * @param to the end, exclusive
 */
public record AuditSearch(
        @Nullable Long account,
        @Nullable Act act,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final AuditSearch ALL = new AuditSearch(null, null, null, null, null);
}
