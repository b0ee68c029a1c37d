package dev.cavea.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProblemsTest {

    /** Lost connection, deadlock, serialization, too many connections, shutdown, lock time-out. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "40001", "53300", "57P01", "57014", "55P03"})
    void whatAnotherTryMayNotMeetIsNoDefect(String state) {
        Problem problem = Problems.from(wrapped(new SQLException("away", state)));
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.slug()).isEqualTo("overloaded");
        assertThat(problem.headers()).containsKey("Retry-After");
    }

    @Test
    void anotherFailureOfAStatementIsADefect() {
        assertThat(Problems.from(wrapped(new SQLException("twice", "23505"))).status())
                .isEqualTo(500);
        assertThat(Problems.from(wrapped(new SQLException("no code"))).status()).isEqualTo(500);
    }

    private static RuntimeException wrapped(SQLException failure) {
        return new IllegalStateException(new IllegalStateException(failure));
    }
}
