package dev.cavea.ledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class SimulateTest {

    private record Run(int exit, List<String> lines) {}

    private static Run run(String arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exit = Simulate.run(RealLedger.maker(), out, arguments.split(" "));
        return new Run(exit, bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyGuaranteeHolds(long seed) {
        Run run = run("--seed " + seed + " --steps 8000");

        assertThat(run.lines).first().isEqualTo("seed " + seed);
        assertThat(run.lines).last().asString().matches("hash [0-9a-f]{16}");
        assertThat(run.exit).isZero();
    }

    @Test
    void holdsWithManyHousesAndFewBuyers() {
        assertThat(run("--seed 9 --steps 6000 --houses 40 --buyers 2").exit).isZero();
    }

    @Test
    void oneSeedIsOneRun() {
        assertThat(run("--seed 5 --steps 3000")).isEqualTo(run("--seed 5 --steps 3000"));
        assertThat(run("--seed 5 --steps 3000").lines.getLast())
                .isNotEqualTo(run("--seed 6 --steps 3000").lines.getLast());
    }

    @ParameterizedTest
    @CsvSource({
        "--seed 1,usage",
        "--steps 5,usage",
        "--seed 1 --steps,usage",
        "--seed 1 --steps 5 --speed 7,usage",
        "--seed x --steps 5,--seed must be a number",
        "--seed 1 --steps 0,--steps must be 1 to",
        "--seed 1 --steps 5 --houses 0,--houses must be 1 to",
        "--seed 1 --steps 5 --buyers 99999999,--buyers must be 1 to",
    })
    void saysInOneLineWhatItDoesNotUnderstand(String arguments, String told) {
        Run run = run(arguments);

        assertThat(run.exit).isEqualTo(2);
        assertThat(run.lines).singleElement().asString().contains(told);
    }
}
