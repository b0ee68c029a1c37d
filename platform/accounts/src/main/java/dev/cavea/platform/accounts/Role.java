package dev.cavea.platform.accounts;

import java.util.Locale;

/** What an account may do. */
public enum Role {
    GUEST,
    FAN,
    ORGANISER,
    GATE,
    ANALYST,
    ADMIN;

    /** As written in bodies, tokens and {@link Roles}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
