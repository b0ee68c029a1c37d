package dev.cavea.platform.accounts;

/** What an account may do. */
public enum Role {
    GUEST,
    FAN,
    ORGANISER,
    GATE,
    ANALYST,
    ADMIN
}
