package dev.cavea.bench.http;

/** Why a program ends without success, in one line that says what to do. */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stop(String message) {
        super(message, null, false, false);
    }
}
