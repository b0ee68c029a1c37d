package dev.cavea.platform.storage;

/** Where a PostgreSQL is and which user we are there. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    /** Without the password, so that it may be logged. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
