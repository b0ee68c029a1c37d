package dev.cavea.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenSecretsTest {

    @Test
    void isMadeOnceAndReadableByItsOwnerOnly(@TempDir Path folder) throws IOException {
        byte[] first = TokenSecrets.in(folder.resolve("keys")).current().bytes();
        assertThat(first).hasSizeGreaterThanOrEqualTo(32);
        assertThat(TokenSecrets.in(folder.resolve("keys")).current().bytes()).isEqualTo(first);
        Path file = folder.resolve("keys/token.secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isAnotherInAnotherFolder(@TempDir Path one, @TempDir Path two) {
        assertThat(TokenSecrets.in(one).current().bytes())
                .isNotEqualTo(TokenSecrets.in(two).current().bytes());
    }

    @Test
    void refusesAShortOne() {
        assertThatThrownBy(() -> TokenSecret.of("x".repeat(31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 32");
    }

    @Test
    void aNewOneBelievesTheOldOnes(@TempDir Path folder) {
        TokenSecret first = TokenSecrets.in(folder).current();
        TokenSecrets.rotate(folder);
        TokenSecret second = TokenSecrets.in(folder).current();
        TokenSecrets.rotate(folder);

        TokenSecrets now = TokenSecrets.in(folder);

        assertThat(now.all())
                .extracting(TokenSecret::id)
                .doesNotHaveDuplicates()
                .containsExactly(now.current().id(), second.id(), first.id());
    }

    @Test
    void anEmptyFileLeftByACrashIsMadeAnew(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("token.secret"));

        assertThat(TokenSecrets.in(folder).current().bytes()).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void takesOlderOnesFromTheConfiguration() {
        TokenSecrets secrets =
                TokenSecrets.of("a".repeat(32), "b".repeat(32) + ", " + "c".repeat(40));

        assertThat(secrets.older()).hasSize(2);
        assertThatThrownBy(() -> TokenSecrets.of("a".repeat(32), "short"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
