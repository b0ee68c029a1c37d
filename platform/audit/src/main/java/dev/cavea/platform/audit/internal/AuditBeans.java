package dev.cavea.platform.audit.internal;

import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditSettings;
import dev.cavea.platform.edge.ClientAddress;
import dev.cavea.platform.kernel.Timer;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail, made once; it needs a {@link Jdbi} and a {@link Clock} from the whole, and takes
 * a {@link ClientAddress} and {@link AuditSettings} if there are any.
 */
@Singleton
public class AuditBeans {

    private static final Duration FORGETTING = Duration.ofHours(6);

    private @Nullable Timer forgetting;

    @Produces
    @Singleton
    Audit audit(Jdbi database, Instance<ClientAddress> address, Clock clock) {
        return new Audit(database, address.isResolvable() ? address.get() : () -> null, clock);
    }

    void start(@Observes Router started, Audit audit, Instance<AuditSettings> settings) {
        AuditSettings wanted = settings.isResolvable() ? settings.get() : AuditSettings.standard();
        forgetting = Timer.every(FORGETTING, "old-audit", () -> audit.forget(wanted.kept()));
    }

    @PreDestroy
    void stop() {
        if (forgetting != null) {
            forgetting.close();
        }
    }
}
