package dev.cavea.app;

import dev.cavea.platform.accounts.TokenSecrets;
import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.MimeLetters;
import dev.cavea.platform.booking.SmtpMailer;
import dev.cavea.platform.kernel.EmailAddress;
import dev.cavea.platform.kernel.Unfit;
import dev.cavea.platform.payments.PaymentMethods;
import dev.cavea.platform.payments.SandboxPayments;
import dev.cavea.platform.storage.ConnectionPool;
import dev.cavea.platform.tickets.TicketKeys;
import java.io.Console;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** What was set, from the weakest to the strongest: defaults, file, environment, flags. */
final class Settings {

    private static final int MAX_PORT = 65_535;

    private final Map<Setting, String> values;

    /** Throws {@link StartFailure} for a value that its setting does not take. */
    Settings(Map<Setting, String> given) {
        values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, given.getOrDefault(setting, setting.fallback()));
        }
        Set<Role> checkedRoles = roles();
        int checkedPort = port();
        if (checkedRoles.isEmpty() || checkedPort < 0) {
            throw new StartFailure("cavea.roles names no role");
        }
        managementPort();
        workPool();
        readPool();
        watchers();
        watchersByAddress();
        number(Setting.WARM_UP_MILLIS, 0, 60_000);
        seatsPerNetwork();
        connections();
        connectionsOfOneAddress();
        number(Setting.AUDIT_DAYS, 1, 36_500);
        isOn(Setting.LIMIT_LOOPBACK);
        tokenSecrets();
        ticketKeys();
        payments();
        demo();
        publicUrl(0);
        smtp();
        oneOf(Setting.LOG_FORMAT, List.of("auto", "json", "text"));
        oneOf(Setting.LOG_LEVEL, List.of("ERROR", "WARN", "INFO", "DEBUG"));
    }

    String text(Setting setting) {
        String value = values.get(setting);
        return value == null ? setting.fallback() : value;
    }

    int port() {
        return number(Setting.PORT, 0, MAX_PORT);
    }

    /** Where health, metrics and documentation are; empty: where all is. */
    OptionalInt managementPort() {
        return text(Setting.MANAGEMENT_PORT).equals("off")
                ? OptionalInt.empty()
                : OptionalInt.of(number(Setting.MANAGEMENT_PORT, 1, MAX_PORT));
    }

    /** How long the hot path is run before the server calls itself ready. */
    int warmUpMillis() {
        return number(Setting.WARM_UP_MILLIS, 0, 60_000);
    }

    /** For bookings, the saga and all that writes. */
    ConnectionPool workPool() {
        return new ConnectionPool(
                "cavea",
                number(Setting.DATABASE_POOL, 2, 1_000),
                millis(Setting.DATABASE_WAIT_MILLIS),
                millis(Setting.DATABASE_STATEMENT_MILLIS));
    }

    /** For public queries. */
    ConnectionPool readPool() {
        return new ConnectionPool(
                "cavea-reads",
                number(Setting.DATABASE_READS_POOL, 1, 1_000),
                millis(Setting.DATABASE_READS_WAIT_MILLIS),
                millis(Setting.DATABASE_READS_STATEMENT_MILLIS));
    }

    /** Connections that watch seat maps, in all. */
    int watchers() {
        return number(Setting.LIVE_WATCHERS, 1, 1_000_000);
    }

    int watchersByAddress() {
        return number(Setting.LIVE_WATCHERS_ADDRESS, 1, 1_000_000);
    }

    private Duration millis(Setting setting) {
        return Duration.ofMillis(number(setting, 600, 600_000));
    }

    /** Open connections that are taken, in all. */
    int connections() {
        return number(Setting.LIMIT_CONNECTIONS, 10, 1_000_000);
    }

    /** Open connections that are taken from one address. */
    int connectionsOfOneAddress() {
        return number(Setting.LIMIT_CONNECTIONS_OF_ONE, 1, 1_000_000);
    }

    /** How long an entry of the audit trail is kept. */
    int auditDays() {
        return number(Setting.AUDIT_DAYS, 1, 36_500);
    }

    /** Seats of an event that one network may hold at once; 0 for no limit. */
    int seatsPerNetwork() {
        return number(Setting.LIMIT_SEATS_PER_NETWORK, 0, 1_000_000);
    }

    String host() {
        return text(Setting.HOST);
    }

    Path data() {
        return Path.of(text(Setting.DATA)).toAbsolutePath().normalize();
    }

    Set<Role> roles() {
        return Role.parse(text(Setting.ROLES));
    }

    boolean isOn(Setting setting) {
        return oneOf(setting, List.of("on", "off")).equals("on");
    }

    /**
     * Where nothing is said: the sandbox with the embedded database, and nothing with another, so
     * that nobody sells for play money by mistake.
     */
    PaymentMethods payments() {
        List<String> given = list(Setting.PAYMENTS);
        if (given.isEmpty()) {
            boolean embedded = text(Setting.DATABASE_URL).isEmpty();
            return new PaymentMethods(embedded ? Set.of(SandboxPayments.NAME) : Set.of());
        }
        if (given.equals(List.of("none"))) {
            return new PaymentMethods(Set.of());
        }
        Set<String> names = new HashSet<>(given);
        if (!PaymentMethods.KNOWN.containsAll(names)) {
            throw new StartFailure(
                    "%s takes %s or none, not '%s'"
                            .formatted(
                                    Setting.PAYMENTS.key(),
                                    String.join(", ", PaymentMethods.KNOWN),
                                    text(Setting.PAYMENTS)));
        }
        return new PaymentMethods(names);
    }

    /**
     * Whether an empty catalogue gets the demonstration. Where nothing is said, only with the
     * embedded database; and its crowd pays with play money, so never where that is none.
     */
    boolean demo() {
        boolean playMoney = payments().sandbox();
        if (text(Setting.DEMO).isEmpty()) {
            return playMoney && text(Setting.DATABASE_URL).isEmpty();
        }
        boolean wanted = isOn(Setting.DEMO);
        if (wanted && !playMoney) {
            throw new StartFailure(
                    "%s is on, but %s has no sandbox, and the demonstration pays with play money"
                            .formatted(Setting.DEMO.key(), Setting.PAYMENTS.key()));
        }
        return wanted;
    }

    /** Empty when they are drawn into the data folder. */
    Optional<TokenSecrets> tokenSecrets() {
        String given = text(Setting.TOKEN_SECRET);
        return given.isEmpty()
                ? Optional.empty()
                : parsed(
                        Setting.TOKEN_SECRET,
                        () -> TokenSecrets.of(given, text(Setting.TOKEN_SECRETS_OLDER)));
    }

    /** Empty when they are drawn into the data folder. */
    Optional<TicketKeys> ticketKeys() {
        String given = text(Setting.TICKET_KEY);
        return given.isEmpty()
                ? Optional.empty()
                : parsed(
                        Setting.TICKET_KEY,
                        () -> TicketKeys.of(given, list(Setting.TICKET_KEYS_OLDER)));
    }

    /** What commas part, stripped. */
    List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static <T> Optional<T> parsed(Setting setting, Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (IllegalArgumentException e) {
            throw new StartFailure(setting.key() + ": " + e.getMessage());
        }
    }

    /** An e-mail address that mail can reach. */
    EmailAddress address(Setting setting) {
        try {
            return EmailAddress.parse(text(setting));
        } catch (Unfit unfit) {
            throw new StartFailure(setting.key() + " " + unfit.why());
        }
    }

    /**
     * Where buyers reach the pages; links in letters begin with it.
     *
     * @param port where this server listens, in case it is not configured
     */
    String publicUrl(int port) {
        String url = text(Setting.PUBLIC_URL).replaceAll("/+$", "");
        if (url.isEmpty()) {
            return "http://localhost:" + port;
        }
        if (!url.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw new StartFailure(
                    Setting.PUBLIC_URL.key() + " is not like https://tickets.example.org");
        }
        return url;
    }

    /** Empty when letters stay in the data folder. */
    Optional<Mailer> smtp() {
        MimeLetters letters = new MimeLetters(address(Setting.MAIL_FROM));
        String url = text(Setting.SMTP_URL);
        try {
            return url.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SmtpMailer(URI.create(url), letters));
        } catch (IllegalArgumentException e) {
            // Without the URL, which may hold a password.
            throw new StartFailure(
                    Setting.SMTP_URL.key()
                            + " is not smtp://user:password@host:port, or smtps://…");
        }
    }

    /** JSON lines for machines, plain ones for a person at a terminal. */
    boolean logsAsJson() {
        return switch (text(Setting.LOG_FORMAT)) {
            case "json" -> true;
            case "text" -> false;
            default ->
                    !Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        };
    }

    private String oneOf(Setting setting, List<String> allowed) {
        String value = text(setting);
        if (!allowed.contains(value)) {
            throw new StartFailure(
                    "%s takes one of %s, not '%s'"
                            .formatted(setting.key(), String.join(", ", allowed), value));
        }
        return value;
    }

    private int number(Setting setting, int least, int most) {
        String value = text(setting);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new StartFailure(
                "%s takes a whole number from %d to %d, not '%s'"
                        .formatted(setting.key(), least, most, value));
    }
}
