package dev.cavea.platform.booking;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSSLTransport;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Gives letters to a mail server: {@code smtp://host:587} or {@code smtps://host:465}, with {@code
 * user:password@} in front of the host if it requires one. A password is only ever sent encrypted.
 */
public final class SmtpMailer implements Mailer {

    private static final String PATIENCE_MILLIS = "15000";
    private static final int SMTP = 587;
    private static final int SMTPS = 465;

    private final MimeLetters letters;
    private final boolean encrypted;
    private final String host;
    private final int port;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Session session;

    /**
     * Does not connect yet.
     *
     * @throws IllegalArgumentException for an address that is not one of a mail server
     */
    public SmtpMailer(URI server, MimeLetters letters) {
        encrypted = "smtps".equals(server.getScheme());
        if (server.getHost() == null || (!encrypted && !"smtp".equals(server.getScheme()))) {
            throw new IllegalArgumentException(
                    "is not smtp://user:password@host:port or smtps://user:password@host:port");
        }
        this.letters = letters;
        host = server.getHost();
        port = server.getPort() >= 0 ? server.getPort() : encrypted ? SMTPS : SMTP;
        String[] login = server.getUserInfo() == null ? null : server.getUserInfo().split(":", 2);
        user = login == null ? null : login[0];
        password = login == null || login.length < 2 ? null : login[1];
        session = Session.getInstance(properties(encrypted ? "mail.smtps." : "mail.smtp."));
    }

    private Properties properties(String kind) {
        Properties properties = new Properties();
        properties.setProperty(kind + "connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty(kind + "timeout", PATIENCE_MILLIS);
        properties.setProperty(kind + "writetimeout", PATIENCE_MILLIS);
        properties.setProperty(kind + "ssl.checkserveridentity", "true");
        properties.setProperty(kind + "starttls.enable", "true");
        properties.setProperty(kind + "starttls.required", Boolean.toString(user != null));
        properties.setProperty(kind + "auth", Boolean.toString(user != null));
        return properties;
    }

    @Override
    public void send(Letter letter) {
        try (Transport transport = transport()) {
            MimeMessage message = letters.message(session, letter);
            transport.connect(host, port, user, password);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new MailNotTaken(
                    "the mail server " + host + ":" + port + " does not accept the letter", e);
        }
    }

    private Transport transport() {
        URLName name = new URLName(encrypted ? "smtps" : "smtp", host, port, null, user, null);
        return encrypted ? new SMTPSSLTransport(session, name) : new SMTPTransport(session, name);
    }
}
