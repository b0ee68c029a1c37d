package dev.cavea.platform.booking.internal.mail;

import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventNews;
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

/** Letters that no booking writes itself. */
@Singleton
public class MailBeans {

    private static final Duration NEWS = Duration.ofSeconds(2);

    private @Nullable Timer telling;

    @Produces
    @Singleton
    ChangeLetters changeLetters(
            Jdbi database, EventNews news, Catalogue catalogue, Ids ids, Clock clock) {
        return new ChangeLetters(database, news, catalogue, ids, clock);
    }

    void start(@Observes Router started, ChangeLetters letters) {
        telling = Timer.every(NEWS, "letters-of-changes", letters::tell);
    }

    @PreDestroy
    void stop() {
        if (telling != null) {
            telling.close();
        }
    }
}
