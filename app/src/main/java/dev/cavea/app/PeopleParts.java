package dev.cavea.app;

import dev.cavea.platform.accounts.TokenSecrets;
import dev.cavea.platform.audit.AuditSettings;
import dev.cavea.platform.booking.ShareLimits;
import dev.cavea.platform.guard.ConnectionLimits;
import dev.cavea.platform.guard.LimitSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What accounts and limits need to know of the settings. */
@Singleton
public final class PeopleParts {

    @Produces
    @Singleton
    TokenSecrets tokenSecrets() {
        Foundations foundations = Foundations.shared();
        return foundations
                .settings()
                .tokenSecrets()
                .orElseGet(() -> TokenSecrets.in(foundations.folder().path()));
    }

    @Produces
    @Singleton
    AuditSettings audit() {
        return new AuditSettings(Duration.ofDays(Foundations.shared().settings().auditDays()));
    }

    @Produces
    @Singleton
    ShareLimits shares() {
        return new ShareLimits(Foundations.shared().settings().seatsPerNetwork());
    }

    @Produces
    @Singleton
    LimitSettings limits() {
        Settings settings = Foundations.shared().settings();
        Set<String> proxies =
                Arrays.stream(settings.text(Setting.TRUSTED_PROXIES).split(",", -1))
                        .map(String::strip)
                        .filter(proxy -> !proxy.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        return new LimitSettings(settings.isOn(Setting.LIMIT_LOOPBACK), proxies);
    }

    @Produces
    @Singleton
    ConnectionLimits connections() {
        Settings settings = Foundations.shared().settings();
        ConnectionLimits standard = ConnectionLimits.standard();
        return new ConnectionLimits(
                settings.connections(),
                settings.connectionsOfOneAddress(),
                standard.head(),
                standard.body());
    }
}
