package dev.cavea.platform.booking;

import dev.cavea.platform.kernel.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;

/**
 * Puts each letter into a folder as a file that mail programs open. Nothing leaves the machine: a
 * server for real mail has an implementation of its own.
 */
public final class FileMailer implements Mailer {

    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

    private final Path folder;

    public FileMailer(Path folder) {
        this.folder = folder;
    }

    @Override
    public void send(Letter letter) {
        String name = Ids.text(letter.id());
        String message =
                "To: "
                        + header(letter.recipient())
                        + "\r\nSubject: "
                        + header(letter.subject())
                        + "\r\nMessage-ID: <"
                        + name
                        + "@cavea.dev>\r\nMIME-Version: 1.0"
                        + "\r\nContent-Type: text/plain; charset=utf-8"
                        + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + LINES.encodeToString(letter.body().getBytes(StandardCharsets.UTF_8))
                        + "\r\n";
        try {
            Files.createDirectories(folder);
            Path written = Files.writeString(folder.resolve(name + ".new"), message);
            Files.move(written, folder.resolve(name + ".eml"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("a letter cannot be written to " + folder, e);
        }
    }

    /** An encoded word of RFC 2047 unless it is plain; a line break never gets into a header. */
    private static String header(String text) {
        if (text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
