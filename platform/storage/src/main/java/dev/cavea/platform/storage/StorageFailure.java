package dev.cavea.platform.storage;

/** What can go wrong with the database; the message is one line for whoever runs it. */
public final class StorageFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a caller should do about it. */
    public enum Category {
        RETRY,
        STOP
    }

    /** Stable names, for logs and tests. */
    public enum Code {
        FOLDER_NOT_WRITABLE(Category.STOP),
        WRONG_OWNER(Category.STOP),
        DISK_FULL(Category.STOP),
        NO_BINARIES(Category.STOP),
        SERVER_DIED(Category.STOP),
        SERVER_SLOW(Category.RETRY),
        ORPHAN_STAYS(Category.STOP),
        NOT_DURABLE(Category.STOP),
        UNREACHABLE(Category.RETRY),
        POSITION_CONFLICT(Category.STOP);

        private final Category category;

        Code(Category category) {
            this.category = category;
        }
    }

    private final Code code;

    public StorageFailure(Code code, String message) {
        super(message);
        this.code = code;
    }

    public StorageFailure(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    public Category category() {
        return code.category;
    }
}
