package dev.cavea.app;

/** Why the program does not start, in one line that says what to do. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        super(message, null, false, false);
    }
}
