package dev.cavea.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandLineTest {

    @TempDir Path folder;

    @Test
    void takesItsDefaults() {
        Settings settings = read(Map.of(), "up");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.roles()).containsExactly(Role.values());
        assertThat(settings.demo()).isTrue();
    }

    @Test
    void prefersFlagsToEnvironmentAndEnvironmentToFile() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("cavea.properties"),
                        "cavea.port=1\ncavea.host=file\ncavea.data=/file\n");
        Settings settings =
                read(
                        Map.of("CAVEA_HOST", "environment", "CAVEA_DATA", "/environment"),
                        "up",
                        "--config",
                        file.toString(),
                        "--data=/flag");
        assertThat(settings.port()).isEqualTo(1);
        assertThat(settings.host()).isEqualTo("environment");
        assertThat(settings.data()).isEqualTo(Path.of("/flag"));
    }

    @Test
    void takesPlayMoneyByDefaultOnlyWithTheEmbeddedDatabase() {
        assertThat(read(Map.of(), "up").payments().names()).containsExactly("sandbox");
        Map<String, String> external = Map.of("CAVEA_DATABASE_URL", "jdbc:postgresql://db/cavea");
        assertThat(read(external, "up").payments().names()).isEmpty();
        assertThat(read(Map.of("CAVEA_PAYMENTS", "none"), "up").payments().sandbox()).isFalse();
        Map<String, String> named = new HashMap<>(external);
        named.put("CAVEA_PAYMENTS", "sandbox");
        assertThat(read(named, "up").payments().sandbox()).isTrue();
        assertThatThrownBy(() -> read(Map.of("CAVEA_PAYMENTS", "sandbox,cash"), "up"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("cavea.payments takes sandbox or none");
    }

    @Test
    void takesDemoAndEmpty() {
        assertThat(read(Map.of("CAVEA_DEMO", "on"), "up", "--empty").demo()).isFalse();
        assertThat(read(Map.of("CAVEA_DEMO", "off"), "up", "--demo").demo()).isTrue();
    }

    @Test
    void showsNoDemonstrationBesideARealDatabaseUnlessAskedFor() {
        Map<String, String> external = Map.of("CAVEA_DATABASE_URL", "jdbc:postgresql://db/cavea");
        assertThat(read(external, "up").demo()).isFalse();
        Map<String, String> playing = new HashMap<>(external);
        playing.put("CAVEA_PAYMENTS", "sandbox");
        assertThat(read(playing, "up").demo()).isFalse();
        assertThat(read(playing, "up", "--demo").demo()).isTrue();
    }

    @Test
    void refusesADemonstrationWithoutPlayMoney() {
        Map<String, String> none = Map.of("CAVEA_PAYMENTS", "none");
        assertThat(read(none, "up").demo()).isFalse();
        assertThatThrownBy(() -> read(none, "up", "--demo"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("cavea.demo is on, but cavea.payments has no sandbox")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    up --port 70000         | cavea.port takes a whole number from 0 to 65535
                    up --port x             | cavea.port takes a whole number from 0 to 65535
                    up --port               | --port needs a value after it
                    up --data --empty       | --data needs a value after it
                    up --prot 80            | up does not know '--prot'
                    up --roles gateway,bar  | there is no role 'bar'
                    down                    | takes the verb 'up' first
                    up --config /no/such    | cannot read the configuration file
                    """)
    void saysInOneLineWhatItDoesNotUnderstand(String line, String said) {
        assertThatThrownBy(() -> read(Map.of(), line.split(" ")))
                .isInstanceOf(StartFailure.class)
                .message()
                .contains(said)
                .doesNotContain("\n");
    }

    @Test
    void refusesASettingThatDoesNotExist() throws IOException {
        Path file = Files.writeString(folder.resolve("c.properties"), "cavea.prot=1\n");
        assertThatThrownBy(() -> read(Map.of(), "up", "--config", file.toString()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("cavea.prot");
    }

    @ParameterizedTest
    @CsvSource({
        "CAVEA_SMTP_URL, http://ada:secret@mail.example.org",
        "CAVEA_SMTP_URL, smtp://ada secret@mail",
        "CAVEA_MAIL_FROM, 'eve@example.org,secret@example.org'"
    })
    void refusesMailThatCannotBeSentAndTellsNoPassword(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value), "up"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(name.toLowerCase(Locale.ROOT).replace('_', '.'))
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAShortTokenSecret() {
        assertThatThrownBy(() -> read(Map.of("CAVEA_TOKEN_SECRET", "short"), "up"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("at least 32");
    }

    @Test
    void everySettingIsInTheReference() throws IOException {
        String page =
                Files.readString(
                        Path.of(
                                System.getProperty("cavea.root"),
                                "docs/reference/configuration.md"));
        for (Setting setting : Setting.values()) {
            assertThat(page).contains("`" + setting.key() + "`");
            assertThat(page).contains("`" + setting.environmentName() + "`");
        }
    }

    private static Settings read(Map<String, String> environment, String... arguments) {
        return CommandLine.read(arguments, environment);
    }
}
