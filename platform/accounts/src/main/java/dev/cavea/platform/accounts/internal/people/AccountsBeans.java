package dev.cavea.platform.accounts.internal.people;

import dev.cavea.platform.accounts.TokenSecrets;
import dev.cavea.platform.accounts.internal.passwords.SlowDown;
import dev.cavea.platform.accounts.internal.sessions.AccessTokens;
import dev.cavea.platform.accounts.internal.sessions.Revocations;
import dev.cavea.platform.accounts.internal.sessions.SessionRows;
import dev.cavea.platform.accounts.internal.sessions.Sessions;
import dev.cavea.platform.accounts.internal.sessions.Signature;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.chores.Recurring;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Timer;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The module's parts, made once. They need a {@link Jdbi}, a {@link Clock}, {@link Ids}, an {@link
 * Audit} and {@link TokenSecrets} from the application.
 */
@Singleton
public class AccountsBeans {

    private static final Duration CHORES = Duration.ofMinutes(10);
    private static final Duration READING_ENDS = Duration.ofSeconds(2);

    private final Ids ids;
    private @Nullable Timer reading;

    /**
     * @param ids the application's: a guest's id must never be an account's
     */
    public AccountsBeans(Ids ids) {
        this.ids = ids;
    }

    @Produces
    @Singleton
    Sessions sessions(
            Jdbi database,
            TokenSecrets secrets,
            AccessTokens tokens,
            Revocations revocations,
            Clock clock) {
        return new Sessions(
                new SessionRows(database),
                tokens,
                Signature.derived(secrets, "refresh"),
                revocations,
                ids,
                clock);
    }

    /** Sessions that ended before the restart are known before the first request is answered. */
    void start(@Observes Router started, Sessions sessions) {
        sessions.readEnded();
        reading = Timer.every(READING_ENDS, "ended-sessions", sessions::readEnded);
    }

    @Produces
    @Singleton
    Recurring expiredSessions(Sessions sessions) {
        return new Recurring("expired-sessions", CHORES, sessions::deleteExpired);
    }

    @Produces
    @Singleton
    Recurring oldWrongPasswords(SlowDown slowDown) {
        return new Recurring("old-wrong-passwords", CHORES, slowDown::forgetOld);
    }

    @PreDestroy
    void stop() {
        if (reading != null) {
            reading.close();
        }
    }
}
