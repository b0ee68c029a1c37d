package dev.cavea.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void judgesEachAddressThatWasTried() {
        List<String> addresses = Lines.of("emails.txt");
        Map<Integer, String> taken =
                Map.of(
                        0, "ada+tickets@example.org",
                        1, "o'neil@example.org",
                        2, "ADA@example.org",
                        3, "ada@xn--bcher-kva.example",
                        4, "ada@xn--bcher-kva.example",
                        18, "ada@localhost");
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i);
            if (taken.containsKey(i)) {
                assertThat(EmailAddress.parse(address).text()).isEqualTo(taken.get(i));
            } else {
                assertThatThrownBy(() -> EmailAddress.parse(address))
                        .as(address)
                        .isInstanceOf(Unfit.class);
            }
        }
        assertThat(addresses).hasSize(22);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".ada@example.org",
                "ada.@example.org",
                "a..b@example.org",
                "ada@example.org.",
                "ada@example-.org",
                "ada\u0007@example.org",
                "ad\u200ba@example.org",
                "ada@exam\u200bple.org",
                "ada@exam\u00adple.org",
                "ada\u202e@example.org",
                "(c)ada@example.org",
                "ada;eve@example.org",
                "ada@192.0.2.1",
                "ada@example.org,eve@example.org",
                "ada@straße.example",
                "ada@exa_mple.org",
                "\ud83d@example.org",
                "",
                "ada"
            })
    void refusesWhatNoServerTakesAsOneRecipient(String address) {
        assertThatThrownBy(() -> EmailAddress.parse(address)).isInstanceOf(Unfit.class);
    }

    @ParameterizedTest
    @CsvSource({
        "üñï@example.org, has a letter other than A to Z before the @",
        "ada@@example.org, needs exactly one @",
        "ada@, has nothing after the @",
        "@example.org, has nothing before the @",
        "ada@a..b, has a stray dot after the @"
    })
    void saysWhy(String address, String why) {
        assertThatThrownBy(() -> EmailAddress.parse(address)).hasMessageContaining(why);
    }

    @Test
    void holdsTheLengthsOfTheStandard() {
        String local = "a".repeat(64);
        String label = "b".repeat(63);
        assertThat(EmailAddress.parse(local + "@" + label + ".org").local()).isEqualTo(local);
        String longest = "a@" + label + "." + label + "." + label + "." + "c".repeat(60);
        assertThat(EmailAddress.parse(longest).text()).hasSize(254);
        for (String over : List.of("a" + local + "@b.org", "a@b" + label + ".org", "a" + longest)) {
            assertThatThrownBy(() -> EmailAddress.parse(over)).isInstanceOf(Unfit.class);
        }
    }

    @Test
    void knowsAMailboxWhateverItsCase() {
        assertThat(EmailAddress.parse(" ADA@Bücher.Example ").mailbox())
                .isEqualTo("ada@xn--bcher-kva.example");
    }
}
