package dev.cavea.platform.booking;

import dev.cavea.platform.kernel.EmailAddress;
import dev.cavea.platform.kernel.Ids;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Letters as mail has them: from one sender, to exactly one recipient whose address is ASCII, with
 * a date and an id that stay the same if the letter is sent again.
 */
public final class MimeLetters {

    private static final String NAME = "Cavea";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String CALENDAR = "text/calendar; charset=utf-8; name=calendar.ics";

    private final EmailAddress sender;

    public MimeLetters(EmailAddress sender) {
        this.sender = sender;
    }

    /**
     * @throws IllegalArgumentException for a recipient that is not exactly one address
     */
    MimeMessage message(Session session, Mailer.Letter letter) throws MessagingException {
        Identified message = new Identified(session, messageId(letter));
        message.setFrom(address(sender, NAME));
        message.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(EmailAddress.parse(letter.recipient()).text(), true));
        message.setSubject(letter.subject().replaceAll("\\s+", " "), "UTF-8");
        message.setSentDate(Date.from(letter.writtenAt()));
        // Keeps out-of-office replies away.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.calendar() == null) {
            write(message, text(letter), TEXT, "quoted-printable");
        } else {
            enclose(message, letter, letter.calendar());
        }
        message.saveChanges();
        return message;
    }

    /** The text, and the calendar's file behind it. */
    private static void enclose(Identified message, Mailer.Letter letter, String calendar)
            throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        write(text, text(letter), TEXT, "quoted-printable");
        text.setHeader("Content-Type", TEXT);
        MimeBodyPart file = new MimeBodyPart();
        write(file, calendar.getBytes(StandardCharsets.UTF_8), CALENDAR, "base64");
        file.setHeader("Content-Type", CALENDAR);
        file.setHeader("Content-Disposition", "attachment; filename=calendar.ics");
        MimeMultipart both = new MimeMultipart("mixed", text, file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            both.writeTo(bytes);
        } catch (IOException e) {
            throw new MessagingException("memory can always be written to", e);
        }
        message.parts = both.getContentType();
        message.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(bytes.toByteArray(), both.getContentType())));
    }

    /** Bytes need none of the handlers that a class path may hide. */
    private static void write(MimePart part, byte[] bytes, String type, String encoding)
            throws MessagingException {
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setHeader("Content-Transfer-Encoding", encoding);
    }

    private static byte[] text(Mailer.Letter letter) {
        return letter.body().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
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

        /** The type of what was put together of several parts already; null for one. */
        private @Nullable String parts;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected synchronized void updateHeaders() throws MessagingException {
            if (parts == null) {
                super.updateHeaders();
                return;
            }
            // The library would ask a handler for parts that are written already.
            setHeader("MIME-Version", "1.0");
            setHeader("Content-Type", parts);
            updateMessageID();
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
