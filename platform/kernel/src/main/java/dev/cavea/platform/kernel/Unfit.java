package dev.cavea.platform.kernel;

/**
 * A value that its type does not accept. The message says why and continues after the name of the
 * field: "has a line end at character 7".
 */
public final class Unfit extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public Unfit(String why) {
        super(why);
    }

    /** Why, to be put behind a field's name. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
