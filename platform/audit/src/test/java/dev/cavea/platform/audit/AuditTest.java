package dev.cavea.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AuditTest {

    private static final long ADA = 1L << 50;

    private final Jdbi database = Jdbi.create(TestPostgres.freshDatabase("audit"));
    private final AtomicReference<Instant> time =
            new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final Clock clock = ((InstantSource) time::get).withZone(ZoneOffset.UTC);
    private String address = "192.0.2.1";
    private final Audit audit = new Audit(database, () -> address, clock);

    private static AuditEntry roleChange(String after) {
        return AuditEntry.of(Act.ROLE_CHANGED, "account", 7)
                .by(ADA, "admin")
                .changed("role", "fan", after)
                .changed("name", "Ada", "Ada");
    }

    @Test
    void keepsWhoDidWhatToWhatFromWhereBeforeAndAfter() {
        audit.record(roleChange("gate"));
        AuditRecord kept = all(AuditSearch.ALL).getFirst();
        assertThat(kept.account()).isEqualTo(Ids.text(ADA));
        assertThat(kept.role()).isEqualTo("admin");
        assertThat(kept.what()).isEqualTo("role-changed");
        assertThat(kept.subject()).isEqualTo(new AuditRecord.Subject("account", Ids.text(7)));
        assertThat(kept.address()).isEqualTo("192.0.2.1");
        assertThat(kept.before()).hasToString("{\"role\":\"fan\"}");
        assertThat(kept.after()).hasToString("{\"role\":\"gate\"}");
        assertThat(kept.at()).isEqualTo(clock.instant());
    }

    @Test
    void writesNothingOfAnActThatDidNotHappen() {
        assertThatThrownBy(
                        () ->
                                database.useTransaction(
                                        handle -> {
                                            audit.record(handle, roleChange("gate"));
                                            throw new IllegalStateException("the act fails");
                                        }))
                .hasMessage("the act fails");
        assertThat(all(AuditSearch.ALL)).isEmpty();
    }

    @Test
    void findsByWhoWhatSubjectAndTimeAndPagesWithTheNewestFirst() {
        audit.record(roleChange("gate"));
        forward(Duration.ofHours(1));
        audit.record(roleChange("organiser"));
        audit.record(AuditEntry.of(Act.REGISTER, "account", 8));
        assertThat(all(new AuditSearch(ADA, null, null, null, null))).hasSize(2);
        assertThat(all(new AuditSearch(ADA + 1, null, null, null, null))).isEmpty();
        assertThat(all(new AuditSearch(null, Act.REGISTER, null, null, null))).hasSize(1);
        assertThat(all(new AuditSearch(null, null, Ids.text(7), null, null))).hasSize(2);
        assertThat(all(new AuditSearch(null, null, null, clock.instant(), null))).hasSize(2);
        assertThat(all(new AuditSearch(null, null, null, null, clock.instant()))).hasSize(1);
        List<AuditRecord> first = audit.search(AuditSearch.ALL, Long.MAX_VALUE, 2);
        long last = Ids.parse(first.getLast().id()).orElseThrow();
        assertThat(first).extracting(AuditRecord::what).containsExactly("register", "role-changed");
        assertThat(audit.search(AuditSearch.ALL, last, 2))
                .singleElement()
                .satisfies(one -> assertThat(one.after()).hasToString("{\"role\":\"gate\"}"));
    }

    @Test
    void letsNobodyChangeOrRemoveAnEntry() {
        audit.record(roleChange("gate"));
        for (String sql :
                List.of(
                        "UPDATE audit.entry SET account = NULL",
                        "DELETE FROM audit.entry",
                        "TRUNCATE audit.entry")) {
            assertThatThrownBy(() -> database.useHandle(handle -> handle.execute(sql)))
                    .hasMessageContaining("append-only");
        }
        assertThat(all(AuditSearch.ALL)).hasSize(1);
    }

    @Test
    void countsWhatStrangersTryTooOftenAndWritesTheCount() {
        for (int i = 0; i < 1_000; i++) {
            audit.recordStranger(AuditEntry.of(Act.LOG_IN_FAILED, "account", "unknown"));
        }
        assertThat(all(AuditSearch.ALL)).hasSize(10);
        address = "192.0.2.2";
        audit.recordStranger(AuditEntry.of(Act.LOG_IN_FAILED, "account", "unknown"));
        assertThat(all(AuditSearch.ALL)).hasSize(11);
        forward(Duration.ofMinutes(1));
        audit.recordStranger(AuditEntry.of(Act.LOG_IN_FAILED, "account", "unknown"));
        assertThat(all(new AuditSearch(null, Act.LOG_INS_NOT_WRITTEN, null, null, null)))
                .singleElement()
                .satisfies(one -> assertThat(one.after()).hasToString("{\"count\":990}"));
    }

    @Test
    void boundsWhatManyAddressesWriteTogether() {
        for (int i = 0; i < 1_000; i++) {
            address = "198.51.100." + i;
            audit.recordStranger(AuditEntry.of(Act.LOG_IN_FAILED, "account", "unknown"));
        }
        assertThat(all(AuditSearch.ALL)).hasSize(120);
    }

    @Test
    void forgetsWhatIsOldAndWhatStrangersDidSooner() {
        audit.record(roleChange("gate"));
        audit.record(AuditEntry.of(Act.LOG_IN_FAILED, "account", "unknown"));
        forward(Duration.ofDays(31));
        audit.record(roleChange("organiser"));
        audit.forget(Duration.ofDays(400));
        assertThat(all(AuditSearch.ALL)).extracting(AuditRecord::what).hasSize(2);
        forward(Duration.ofDays(370));
        audit.forget(Duration.ofDays(400));
        assertThat(all(AuditSearch.ALL))
                .singleElement()
                .satisfies(one -> assertThat(one.after()).hasToString("{\"role\":\"organiser\"}"));
    }

    private void forward(Duration by) {
        time.updateAndGet(now -> now.plus(by));
    }

    private List<AuditRecord> all(AuditSearch search) {
        return audit.search(search, Long.MAX_VALUE, 1_000);
    }
}
