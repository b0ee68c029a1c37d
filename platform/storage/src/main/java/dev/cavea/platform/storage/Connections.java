package dev.cavea.platform.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * Makes connections to wherever the database currently is, and can cut all it made: whoever waits
 * for an answer on one gets an exception at once.
 */
final class Connections extends PlainSource {

    /** A distant server may need some seconds to let us in. */
    private static final String LOGIN_SECONDS = "10";

    /** One that does not even greet us within this time is down for whoever waits. */
    private static final String QUICK_LOGIN_SECONDS = "1";

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "ApplicationName", "cavea",
                    "reWriteBatchedInserts", "true",
                    // An error must not repeat the values it was about.
                    "logServerErrorDetail", "false",
                    "loginTimeout", LOGIN_SECONDS,
                    // A server that vanished without a word must not block anyone forever.
                    "socketTimeout", "60",
                    "tcpKeepAlive", "true");

    private final Supplier<DatabaseAddress> address;
    private final Set<Connection> made =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    Connections(Supplier<DatabaseAddress> address) {
        this.address = address;
    }

    DatabaseAddress address() {
        return address.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = connection(Map.of());
        made.add(connection);
        return connection;
    }

    /** For the pulse: {@link #cut} does not touch it. */
    Connection quick() throws SQLException {
        return connection(Map.of("loginTimeout", QUICK_LOGIN_SECONDS));
    }

    /** One whose statements may take as long as they need, and that {@link #cut} leaves alone. */
    Connection patient() throws SQLException {
        return connection(Map.of("socketTimeout", "0"));
    }

    private Connection connection(Map<String, String> special) throws SQLException {
        DatabaseAddress at = address.get();
        Properties properties = new Properties();
        properties.putAll(SETTINGS);
        properties.putAll(special);
        properties.setProperty("user", at.user());
        properties.setProperty("password", at.password());
        return DriverManager.getConnection(at.jdbcUrl(), properties);
    }

    void cut() {
        List<Connection> all;
        synchronized (made) {
            all = List.copyOf(made);
            made.clear();
        }
        for (Connection connection : all) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                // It has ended by itself.
            }
        }
    }
}
