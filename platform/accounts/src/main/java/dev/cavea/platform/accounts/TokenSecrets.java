package dev.cavea.platform.accounts;

import dev.cavea.platform.kernel.PrivateFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The secret that signs tokens, and those that did before: whatever they signed is still accepted,
 * so that a new secret logs nobody out and no guest loses tickets. All servers of a fleet share
 * them.
 *
 * @param older the newest first
 */
public record TokenSecrets(TokenSecret current, List<TokenSecret> older) {

    private static final String FILE = "token.secret";
    private static final String OLDER = "token.secrets.older";

    public TokenSecrets {
        older = List.copyOf(older);
    }

    /**
     * From the configuration.
     *
     * @param older comma-separated, or empty
     * @throws IllegalArgumentException for one of less than 32 bytes of UTF-8
     */
    public static TokenSecrets of(String current, String older) {
        return new TokenSecrets(
                TokenSecret.of(current),
                Arrays.stream(older.split(",", -1))
                        .map(String::strip)
                        .filter(secret -> !secret.isEmpty())
                        .map(TokenSecret::of)
                        .toList());
    }

    /** Reads {@code token.secret} in the folder, creating it if it is missing. */
    public static TokenSecrets in(Path folder) {
        Path file = folder.resolve(FILE);
        if (PrivateFile.lines(file).isEmpty()) {
            // An empty file is one that a crash cut short: it has signed nothing.
            make(file);
        }
        return new TokenSecrets(
                TokenSecret.of(PrivateFile.lines(file).getFirst()),
                PrivateFile.lines(folder.resolve(OLDER)).stream().map(TokenSecret::of).toList());
    }

    private static void make(Path file) {
        PrivateFile.createOnce(file, TokenSecret.drawn());
        if (PrivateFile.lines(file).isEmpty()) {
            PrivateFile.replace(file, TokenSecret.drawn());
        }
    }

    /** Generates a new secret for the folder; what the old one signed is still accepted. */
    public static void rotate(Path folder) {
        Path file = folder.resolve(FILE);
        List<String> older = new ArrayList<>(PrivateFile.lines(file));
        older.addAll(PrivateFile.lines(folder.resolve(OLDER)));
        // The old one first: killed in between, both files name it, and nothing is lost.
        PrivateFile.replace(folder.resolve(OLDER), String.join("\n", older));
        PrivateFile.replace(file, TokenSecret.drawn());
    }

    /** The current one first. */
    public List<TokenSecret> all() {
        return Stream.concat(Stream.of(current), older.stream()).toList();
    }
}
