package dev.cavea.platform.booking;

import dev.cavea.platform.kernel.Ids;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * Puts each letter into a folder as a file that mail programs can open. Nothing leaves the machine:
 * {@link SmtpMailer} sends.
 */
public final class FileMailer implements Mailer {

    private static final Session NOWHERE = Session.getInstance(new Properties());

    private final Path folder;
    private final MimeLetters letters;

    public FileMailer(Path folder, MimeLetters letters) {
        this.folder = folder;
        this.letters = letters;
    }

    @Override
    public void send(Letter letter) {
        String name = Ids.text(letter.id());
        Path unfinished = folder.resolve(name + ".new");
        try {
            Files.createDirectories(folder);
            try (OutputStream file = Files.newOutputStream(unfinished)) {
                letters.message(NOWHERE, letter).writeTo(file);
            }
            Files.move(
                    unfinished, folder.resolve(name + ".eml"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | MessagingException e) {
            throw new MailNotTaken("a letter cannot be written to " + folder, e);
        }
    }
}
