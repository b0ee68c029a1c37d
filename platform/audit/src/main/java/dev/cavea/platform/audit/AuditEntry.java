package dev.cavea.platform.audit;

import dev.cavea.platform.kernel.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act, before it is written. Never put a secret, a token or an e-mail address into before and
 * after.
 *
 * <pre>{@code
 * AuditEntry.of(Act.ROLE_CHANGED, "account", id).by(admin, "admin").changed("role", "fan", "gate")
 * }</pre>
 *
 * @param account null for someone who is not logged in, and for the platform itself
 * @param subject an id as it is shown
 */
public record AuditEntry(
        Act act,
        String subjectType,
        String subject,
        @Nullable Long account,
        @Nullable String role,
        Map<String, Object> before,
        Map<String, Object> after) {

    public static AuditEntry of(Act act, String subjectType, long subject) {
        return of(act, subjectType, Ids.text(subject));
    }

    public static AuditEntry of(Act act, String subjectType, String subject) {
        return new AuditEntry(act, subjectType, subject, null, null, Map.of(), Map.of());
    }

    /** Who did it. */
    public AuditEntry by(long doer, String doersRole) {
        return new AuditEntry(act, subjectType, subject, doer, doersRole, before, after);
    }

    /** A field that changed; an unchanged one is left out. */
    public AuditEntry changed(String field, @Nullable Object old, @Nullable Object fresh) {
        return String.valueOf(old).equals(String.valueOf(fresh))
                ? this
                : new AuditEntry(
                        act,
                        subjectType,
                        subject,
                        account,
                        role,
                        with(before, field, old),
                        with(after, field, fresh));
    }

    /** A field that was added. */
    public AuditEntry with(String field, @Nullable Object value) {
        return new AuditEntry(
                act, subjectType, subject, account, role, before, with(after, field, value));
    }

    private static Map<String, Object> with(
            Map<String, Object> fields, String field, @Nullable Object value) {
        if (value == null) {
            return fields;
        }
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return more;
    }
}
