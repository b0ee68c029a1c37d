package dev.cavea.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenSecretTest {

    @Test
    void isMadeOnceAndReadableByItsOwnerOnly(@TempDir Path folder) throws IOException {
        byte[] first = TokenSecret.in(folder.resolve("keys")).bytes();
        assertThat(first).hasSizeGreaterThanOrEqualTo(32);
        assertThat(TokenSecret.in(folder.resolve("keys")).bytes()).isEqualTo(first);
        Path file = folder.resolve("keys/token.secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isAnotherInAnotherFolder(@TempDir Path one, @TempDir Path two) {
        assertThat(TokenSecret.in(one).bytes()).isNotEqualTo(TokenSecret.in(two).bytes());
    }

    @Test
    void refusesAShortOne() {
        assertThatThrownBy(() -> TokenSecret.of("x".repeat(31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 32");
    }
}
