package dev.cavea.platform.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cavea.platform.kernel.EmailAddress;
import dev.cavea.platform.kernel.Ids;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private static final Instant AT = Instant.parse("2027-06-05T18:30:00Z");
    private static final MimeLetters LETTERS =
            new MimeLetters(EmailAddress.parse("tickets@example.org"));
    private static final Mailer.Letter LETTER =
            new Mailer.Letter(
                    42,
                    AT,
                    "ada@bücher.example",
                    "Your tickets for Łódź, große 🎭",
                    "Hello Zoë,\n\nPaid: 123.45 HUF\n" + "x".repeat(1_200) + "\n",
                    null);

    @TempDir Path folder;

    @Test
    void writesAFileThatMailProgramsRead() throws Exception {
        FileMailer mailer = new FileMailer(folder, LETTERS);
        mailer.send(LETTER);
        mailer.send(LETTER);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(Ids.text(42) + ".eml"));
        }
        Path file = folder.resolve(Ids.text(42) + ".eml");
        try (InputStream bytes = Files.newInputStream(file)) {
            says(new MimeMessage(Session.getInstance(new Properties()), bytes));
        }
        assertThat(Files.readString(file).chars()).as("in ASCII").allMatch(c -> c < 0x7f);
        assertThat(Files.readString(file).lines()).allMatch(line -> line.length() <= 998);
    }

    @Test
    void givesAMailServerExactlyOneRecipient() throws Exception {
        GreenMail server =
                new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            URI url = URI.create("smtp://127.0.0.1:" + server.getSmtp().getPort());
            new SmtpMailer(url, LETTERS).send(LETTER);
            assertThat(server.getReceivedMessages()).hasSize(1);
            says(server.getReceivedMessages()[0]);
        } finally {
            server.stop();
        }
    }

    @Test
    void enclosesTheCalendarsFileBehindTheText() throws Exception {
        String calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Łódź 🎭\r\nEND:VCALENDAR\r\n";
        Mailer.Letter letter =
                new Mailer.Letter(
                        43, AT, LETTER.recipient(), LETTER.subject(), LETTER.body(), calendar);
        new FileMailer(folder, LETTERS).send(letter);
        Path file = folder.resolve(Ids.text(43) + ".eml");
        assertThat(Files.readString(file).chars()).as("in ASCII").allMatch(c -> c < 0x7f);
        assertThat(Files.readString(file).lines()).allMatch(line -> line.length() <= 998);
        try (InputStream bytes = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), bytes);
            assertThat(message.getMessageID()).isEqualTo("<" + Ids.text(43) + "@example.org>");
            MimeMultipart parts =
                    new MimeMultipart(
                            new ByteArrayDataSource(
                                    message.getInputStream(), message.getContentType()));
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
            assertThat(read(parts.getBodyPart(0)).strip())
                    .isEqualToNormalizingNewlines(LETTER.body().strip());
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("calendar.ics");
            assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/calendar");
            assertThat(read(parts.getBodyPart(1))).isEqualTo(calendar);
        }
    }

    private static String read(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void says(MimeMessage message) throws Exception {
        assertThat(message.getHeader("To")).containsExactly("ada@xn--bcher-kva.example");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getHeader("From")).containsExactly("Cavea <tickets@example.org>");
        assertThat(message.getSentDate()).isEqualTo(AT);
        assertThat(message.getMessageID()).isEqualTo("<" + Ids.text(42) + "@example.org>");
        assertThat(message.getSubject()).isEqualTo(LETTER.subject());
        assertThat(message.getHeader("Subject")[0]).startsWith("=?UTF-8?");
        String body = new String(message.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(body.strip()).isEqualToNormalizingNewlines(LETTER.body().strip());
        assertThat(message.getRecipients(Message.RecipientType.BCC)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eve@example.org,ada@example.org", "a@b.org\r\nBcc: eve@example.org"})
    void writesToNobodyWhereTheAddressIsNotOne(String recipient) {
        FileMailer mailer = new FileMailer(folder, LETTERS);
        Mailer.Letter letter = new Mailer.Letter(1, AT, recipient, "x", "x", null);
        assertThatThrownBy(() -> mailer.send(letter)).isInstanceOf(IllegalArgumentException.class);
        assertThat(folder.resolve(Ids.text(1) + ".eml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://mail.example.org", "smtp:example", "mail.example.org"})
    void knowsAMailServersAddress(String url) {
        URI address = URI.create(url);
        assertThatThrownBy(() -> new SmtpMailer(address, LETTERS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhichServerDoesNotAnswer() {
        SmtpMailer mailer = new SmtpMailer(URI.create("smtp://127.0.0.1:1"), LETTERS);
        assertThatThrownBy(() -> mailer.send(LETTER))
                .isInstanceOf(MailNotTaken.class)
                .hasMessageContaining("127.0.0.1:1");
    }
}
