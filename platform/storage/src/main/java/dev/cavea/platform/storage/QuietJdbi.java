package dev.cavea.platform.storage;

import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * The one way to make a {@link Jdbi}. By default its exceptions carry the bound arguments, which
 * would put people's addresses, password hashes and card tokens into every log of a failure.
 */
public final class QuietJdbi {

    private QuietJdbi() {}

    public static Jdbi over(DataSource source) {
        return over(source::getConnection);
    }

    /** With a new connection each time. */
    public static Jdbi over(DatabaseAddress address) {
        return over(new Connections(() -> address));
    }

    public static Jdbi over(ConnectionFactory connections) {
        Jdbi jdbi = Jdbi.create(connections);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
