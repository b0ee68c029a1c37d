package dev.cavea.platform.booking.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.booking.NewBooking;
import dev.cavea.platform.edge.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedBookingTest {

    @Test
    void givesOneAddressThatMailCanReach() {
        assertThat(asked("ADA@Bücher.example", "Ada").email())
                .isEqualTo("ADA@xn--bcher-kva.example");
        assertThat(asked("o'neil+x@example.org", " Zoë\u00a0").name()).isEqualTo("Zoë");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eve,ada@example.org",
                "<ada@example.org>",
                "ada@example..org",
                "ada@-example.org",
                "ada\u0000@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "üñï@example.org",
                ".ada@example.org"
            })
    void refusesWhatIsNotExactlyOneRecipient(String email) {
        assertThat(refused(email, "Ada").document()).containsEntry("field", "buyer.email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A\u0000", "A\u0007", "A\r\nB", "A\tB", "A\u202eB", "\ud83d"})
    void refusesANameThatIsNoLine(String name) {
        assertThat(refused("ada@example.org", name).document())
                .containsEntry("field", "buyer.name");
    }

    @Test
    void countsANameInCharacters() {
        assertThat(asked("ada@example.org", "🎭".repeat(100)).name()).hasSize(200);
        assertThat(refused("ada@example.org", "🎭".repeat(101)).getMessage())
                .contains("has 101 characters");
    }

    private static Problem refused(String email, String name) {
        return catchThrowableOfType(Problem.class, () -> asked(email, name));
    }

    private static AskedBooking asked(String email, String name) {
        return AskedBooking.checked(
                new NewBooking(
                        "hold",
                        new NewBooking.Buyer(email, name),
                        new NewBooking.Payment("sandbox", "tok_ok")));
    }
}
