package dev.cavea.platform.booking;

import dev.cavea.platform.kernel.EmailAddress;
import dev.cavea.platform.kernel.Ids;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * Letters as mail has them: from one sender, to exactly one recipient whose address is ASCII, with
 * a date and an id that stay the same when the letter comes again.
 */
public final class MimeLetters {

    private static final String NAME = "Cavea";

    private final EmailAddress sender;

    public MimeLetters(EmailAddress sender) {
        this.sender = sender;
    }

    /**
     * @throws IllegalArgumentException for a recipient that is not exactly one address
     */
    MimeMessage message(Session session, Mailer.Letter letter) throws MessagingException {
        MimeMessage message = new Identified(session, messageId(letter));
        message.setFrom(address(sender, NAME));
        message.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(EmailAddress.parse(letter.recipient()).text(), true));
        message.setSubject(letter.subject().replaceAll("\\s+", " "), "UTF-8");
        message.setSentDate(Date.from(letter.writtenAt()));
        // Nobody's holiday notice answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        // Bytes need none of the handlers that a class path may hide.
        message.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(
                                letter.body()
                                        .replace("\n", "\r\n")
                                        .getBytes(StandardCharsets.UTF_8),
                                "text/plain; charset=utf-8")));
        message.setHeader("Content-Transfer-Encoding", "quoted-printable");
        message.saveChanges();
        return message;
    }

    private String messageId(Mailer.Letter letter) {
        return "<" + Ids.text(letter.id()) + "@" + sender.domain() + ">";
    }

    private static InternetAddress address(EmailAddress address, String name)
            throws MessagingException {
        try {
            return new InternetAddress(address.text(), name, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java knows UTF-8", e);
        }
    }

    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
