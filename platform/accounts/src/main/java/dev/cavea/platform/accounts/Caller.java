package dev.cavea.platform.accounts;

/**
 * Who is calling, as a verified token says.
 *
 * @param account the account's id
 * @param expiresAtMillis when the token ends
 */
public record Caller(long account, Role role, long expiresAtMillis) {}
