package dev.cavea.platform.chores.internal;

import dev.cavea.platform.chores.Asked;
import dev.cavea.platform.chores.Chores;
import dev.cavea.platform.chores.Recurring;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Gathers the chores of all modules; needs a {@link DataSource} from the application. */
@Singleton
public class ChoresBeans {

    @Produces
    @Singleton
    Chores chores(DataSource database, Instance<Recurring> recurring, Instance<Asked> asked) {
        return new Chores(database, recurring.stream().toList(), asked.stream().toList());
    }

    void stopped(@Disposes Chores chores) {
        chores.close();
    }

    void start(@Observes Router started, Chores chores) {
        chores.start();
    }
}
