package dev.cavea.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be set. Each has a key for the configuration file, the same in capitals for
 * the environment, and sometimes a flag. {@code docs/reference/configuration.md} lists them.
 */
enum Setting {
    PORT("cavea.port", "8080"),
    HOST("cavea.host", "127.0.0.1"),
    MANAGEMENT_PORT("cavea.management.port", "off"),
    DATA("cavea.data", "./data"),
    ROLES("cavea.roles", "gateway,ledger,booking"),
    DEMO("cavea.demo", ""),
    ADMIN_EMAIL("cavea.admin.email", "admin@cavea.local"),
    ADMIN_PASSWORD("cavea.admin.password", ""),
    LEDGER_MEMBER("cavea.ledger.member", "m1"),
    LEDGER_MEMBERS("cavea.ledger.members", ""),
    WARM_UP_MILLIS("cavea.warm.up.millis", "500"),
    TOKEN_SECRET("cavea.token.secret", ""),
    TOKEN_SECRETS_OLDER("cavea.token.secrets.older", ""),
    TICKET_KEY("cavea.ticket.key", ""),
    TICKET_KEYS_OLDER("cavea.ticket.keys.older", ""),
    TRUSTED_PROXIES("cavea.trusted.proxies", ""),
    DATABASE_URL("cavea.database.url", ""),
    DATABASE_USER("cavea.database.user", "cavea"),
    DATABASE_PASSWORD("cavea.database.password", ""),
    DATABASE_POOL("cavea.database.pool", "12"),
    PAYMENTS("cavea.payments", ""),
    DATABASE_WAIT_MILLIS("cavea.database.wait.millis", "1500"),
    DATABASE_STATEMENT_MILLIS("cavea.database.statement.millis", "20000"),
    DATABASE_READS_POOL("cavea.database.reads.pool", "4"),
    DATABASE_READS_WAIT_MILLIS("cavea.database.reads.wait.millis", "1000"),
    DATABASE_READS_STATEMENT_MILLIS("cavea.database.reads.statement.millis", "2000"),
    LIVE_WATCHERS("cavea.live.watchers", "25000"),
    LIVE_WATCHERS_ADDRESS("cavea.live.watchers.address", "200"),
    LIMIT_LOOPBACK("cavea.limit.loopback", "off"),
    LIMIT_SEATS_PER_NETWORK("cavea.limit.seats.per.network", "200"),
    PUBLIC_URL("cavea.public.url", ""),
    SMTP_URL("cavea.smtp.url", ""),
    MAIL_FROM("cavea.mail.from", "tickets@cavea.local"),
    LIMIT_CONNECTIONS("cavea.limit.connections", "20000"),
    LIMIT_CONNECTIONS_OF_ONE("cavea.limit.connections.of.one", "500"),
    AUDIT_DAYS("cavea.audit.days", "400"),
    LOG_FORMAT("cavea.log.format", "auto"),
    LOG_LEVEL("cavea.log.level", "INFO");

    private final String key;
    private final String fallback;

    Setting(String key, String fallback) {
        this.key = key;
        this.fallback = fallback;
    }

    String key() {
        return key;
    }

    /** The default. */
    String fallback() {
        return fallback;
    }

    /** {@code CAVEA_DATABASE_URL} for {@code cavea.database.url}. */
    String environmentName() {
        return key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }
}
