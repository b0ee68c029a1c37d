package dev.cavea.platform.audit.internal;

import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditSettings;
import dev.cavea.platform.chores.Recurring;
import dev.cavea.platform.edge.ClientAddress;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * The audit trail, made once; it needs a {@link Jdbi} and a {@link Clock} from the application, and
 * takes a {@link ClientAddress} and {@link AuditSettings} if there are any.
 */
@Singleton
public class AuditBeans {

    private static final Duration FORGETTING = Duration.ofHours(6);

    @Produces
    @Singleton
    Audit audit(Jdbi database, Instance<ClientAddress> address, Clock clock) {
        return new Audit(database, address.isResolvable() ? address.get() : () -> null, clock);
    }

    @Produces
    @Singleton
    Recurring oldAudit(Audit audit, Instance<AuditSettings> settings) {
        AuditSettings wanted = settings.isResolvable() ? settings.get() : AuditSettings.standard();
        return new Recurring("old-audit", FORGETTING, () -> audit.forget(wanted.kept()));
    }
}
