package dev.cavea.platform.accounts.internal.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.edge.Problem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PasswordsTest {

    private final Argon2id argon = new Argon2id();

    @Test
    void verifiesTheRightPasswordOnly() {
        String phc = argon.hash("correct horse battery");
        assertThat(phc).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(argon.verify("correct horse battery", phc)).isTrue();
        assertThat(argon.verify("Correct horse battery", phc)).isFalse();
        assertThat(argon.verify("", phc)).isFalse();
    }

    @Test
    void agreesWithTheReferenceImplementation() {
        // printf password | argon2 somesalt -id -v 13 -t 2 -k 65536 -p 1 -l 32 (RFC 9106's code)
        String phc =
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                        + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(argon.verify("password", phc)).isTrue();
    }

    @Test
    void saltsEveryHash() {
        assertThat(argon.hash("the same")).isNotEqualTo(argon.hash("the same"));
    }

    @Test
    void takesComposedAndDecomposedLettersForTheSame() {
        assertThat(argon.verify("Zu\u0308rich 1234", argon.hash("Z\u00fcrich 1234"))).isTrue();
    }

    @Test
    void neverAcceptsAnAccountThatDoesNotExist() {
        assertThat(new Hashing().verify("anything", null, () -> {})).isFalse();
    }

    @Test
    void tellsALoginStormToComeBack() throws InterruptedException {
        Hashing hashing = new Hashing(1, 1, Duration.ofMillis(50));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread holder =
                Thread.startVirtualThread(
                        () ->
                                hashing.verify(
                                        "x",
                                        null,
                                        () -> {
                                            inside.countDown();
                                            await(leave);
                                        }));
        inside.await();
        Problem problem = catchThrowableOfType(Problem.class, () -> hashing.hash("waits"));
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.headers()).containsKey("Retry-After");
        leave.countDown();
        holder.join();
        assertThat(hashing.hash("goes on")).startsWith("$argon2id$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "1234567",
                "password",
                "PassWord123",
                "12345678",
                "aaaaaaaa",
                "abababab",
                "ada@example.org",
                "ADA@example.org"
            })
    void refusesAWeakPasswordAndSaysWhatIsAllowed(String password) {
        Problem problem =
                catchThrowableOfType(
                        Problem.class, () -> PasswordRules.checked(password, "ada@example.org"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.slug()).isEqualTo("weak-password");
        assertThat(problem.document().get("allowed").toString()).contains("8 to 128");
    }

    @Test
    void refusesNoneAndAnEndlessOne() {
        assertThatThrownBy(() -> PasswordRules.checked(null, "a@b")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> PasswordRules.checked("abcd".repeat(40), "a@b"))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "tr0ub4dor&3", "Пароль длинный", "🎭🎟️🎫🪑🎻🎺🥁🎷"})
    void takesAnyOther(String password) {
        assertThat(PasswordRules.checked(password, "ada@example.org")).isEqualTo(password);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "4,0", "5,15", "6,30", "7,60", "10,480", "11,900", "1000,900"})
    void slowsDownMoreWithEveryWrongPassword(int failures, long seconds) {
        assertThat(SlowDown.pause(failures)).hasSeconds(seconds);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
