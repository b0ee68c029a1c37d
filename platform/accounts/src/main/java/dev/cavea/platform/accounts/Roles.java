package dev.cavea.platform.accounts;

/** Each {@link Role} as named in annotations. */
public final class Roles {

    public static final String FAN = "fan";
    public static final String ORGANISER = "organiser";
    public static final String GATE = "gate";
    public static final String ANALYST = "analyst";
    public static final String ADMIN = "admin";

    private Roles() {}
}
