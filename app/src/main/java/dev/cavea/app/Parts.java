package dev.cavea.app;

import dev.cavea.platform.kernel.Ids;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The parts that every module shares. */
@Singleton
public final class Parts {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Ids ids(Clock clock) {
        return new Ids(clock);
    }

    @Produces
    @Singleton
    DataSource dataSource() {
        return Foundations.shared().database();
    }

    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource) {
        return Jdbi.create(dataSource);
    }
}
