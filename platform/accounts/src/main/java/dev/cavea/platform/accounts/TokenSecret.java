package dev.cavea.platform.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that signs tokens. All servers of a fleet share one. */
public final class TokenSecret {

    /** HS256 gains nothing from more and is weaker with less. */
    private static final int BYTES = 32;

    private final byte[] bytes;

    private TokenSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * From the configuration.
     *
     * @throws IllegalArgumentException for less than 32 bytes of UTF-8
     */
    public static TokenSecret of(String configured) {
        byte[] bytes = configured.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < BYTES) {
            throw new IllegalArgumentException(
                    "the token secret has "
                            + bytes.length
                            + " bytes: give it at least "
                            + BYTES
                            + ", as from `openssl rand -hex 32`");
        }
        return new TokenSecret(bytes);
    }

    /**
     * Reads {@code token.secret} in the folder; makes it, for this user only, when it is not there.
     */
    public static TokenSecret in(Path folder) {
        Path file = folder.resolve("token.secret");
        try {
            Files.createDirectories(folder);
            create(file);
            return of(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        try {
            // Made with its mode, not changed afterwards: there is no moment in which others read.
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return;
        }
        Files.writeString(file, HexFormat.of().formatHex(drawn));
    }

    /** The secret itself; for signing only. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
