package dev.cavea.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

    @TempDir Path folder;

    @Test
    void belongsToOneAtATime() {
        try (DataFolder first = DataFolder.take(folder)) {
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("another process uses the data folder")
                    .hasMessageContaining(first.path().toString());
        }
        try (DataFolder next = DataFolder.take(folder)) {
            assertThat(next.path()).isEqualTo(folder);
        }
    }

    @Test
    void keepsItsNumberAndDrawsAnotherWhenAPowerCutLeftNone() throws IOException {
        try (DataFolder home = DataFolder.take(folder)) {
            long first = home.number();
            assertThat(home.number()).isEqualTo(first);
            Files.writeString(folder.resolve("home.id"), "");
            long second = home.number();
            assertThat(second).isNotEqualTo(first);
            assertThat(home.number()).isEqualTo(second);
        }
    }

    @Test
    void mustBeWritable() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataFolder.take(file.resolve("below")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("cannot write to the data folder");
    }
}
