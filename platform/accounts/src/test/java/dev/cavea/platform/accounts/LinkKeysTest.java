package dev.cavea.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkKeysTest {

    private static final String OLD = "an-example-secret-of-at-least-32-bytes";
    private static final String NEW = "another-example-secret-of-32-bytes-and-more";

    private final LinkKeys keys = new LinkKeys(TokenSecrets.of(OLD, ""));

    @Test
    void fitWhatTheyWereMadeForAndNothingElse() {
        String key = keys.of("booking", 7);
        assertThat(key).matches("[\\w-]{43}");
        assertThat(keys.fits(key, "booking", 7)).isTrue();
        assertThat(keys.fits(key, "booking", 8)).isFalse();
        assertThat(keys.fits(key, "ticket", 7)).isFalse();
        for (String wrong : new String[] {null, "", "AAAA", "%", key + "A", key.substring(1)}) {
            assertThat(keys.fits(wrong, "booking", 7)).as(wrong).isFalse();
        }
    }

    @Test
    void outliveTheSecretThatMadeThemForAsLongAsItIsBelieved() {
        String key = keys.of("booking", 7);
        assertThat(new LinkKeys(TokenSecrets.of(NEW, OLD)).fits(key, "booking", 7)).isTrue();
        assertThat(new LinkKeys(TokenSecrets.of(NEW, "")).fits(key, "booking", 7)).isFalse();
    }
}
