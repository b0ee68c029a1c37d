package dev.cavea.platform.audit;

import java.time.Duration;

/**
 * @param kept how long an entry stays
 */
public record AuditSettings(Duration kept) {

    public static AuditSettings standard() {
        return new AuditSettings(Duration.ofDays(400));
    }
}
