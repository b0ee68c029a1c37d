package dev.cavea.platform.catalogue.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.catalogue.internal.exchange.PlanExchange.Format;
import dev.cavea.platform.catalogue.internal.exchange.PlanExchange.Reading;
import dev.cavea.platform.catalogue.internal.fields.Warning;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.PlanDocument;
import dev.cavea.platform.edge.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that gave ticketing systems trouble. */
class PlanCasesTest {

    static byte[] file(String name) {
        try (InputStream in = PlanCasesTest.class.getResourceAsStream("/plans/cases/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reading read(String name) {
        return name.endsWith(".csv") ? PlanExchange.csv(file(name)) : PlanExchange.json(file(name));
    }

    private static Problem refusal(String name) {
        return catchThrowableOfType(Problem.class, () -> read(name));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> errors(Problem problem) {
        return (List<Map<String, Object>>) problem.document().get("errors");
    }

    /** Of the warnings; all but that the front is guessed, which nearly no file says. */
    static List<String> codes(Reading reading) {
        return reading.warnings().stream()
                .map(Warning::code)
                .filter(code -> !code.equals("front-guessed"))
                .toList();
    }

    /** Each is taken, with these warnings; comes back the same; loses no seat in any form. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01a-all-sparse.pretix.json            |",
                "01b-row-without-position.pretix.json  |",
                "01c-colour-name.pretix.json           |",
                "01d-area-without-position.pretix.json |",
                "01e-area-empty-colour.pretix.json     |",
                "01f-empty-uuid.pretix.json            |",
                "01h-zones-first.pretix.json           |",
                "01k-categories-first.pretix.json      |",
                "02a-tables-no-category.pretix.json    | no-category",
                "02b-tables-one-category.pretix.json   |",
                "06-look-alike-labels.csv              |",
                "07b-colliding-with-ids.csv            |",
                "07c-odd-ids.csv                       |",
                "08a-bom-crlf.csv                      |",
                "08b-semicolon.csv                     |",
                "08e-trailing-commas.csv               |",
                "08i-header-order-case.csv             |",
                "08j-utf16.csv                         |",
                "08l-nbsp.csv                          | look-alikes",
                "08n-formula.csv                       |",
                "11f-zone-family-rtl.pretix.json       |",
                "12-same-zone-names.pretix.json        |",
            })
    void takesWhatIsLegal(String name, String warning) {
        Reading reading = read(name);
        assertThat(codes(reading)).isEqualTo(warning == null ? List.of() : List.of(warning));
        Plan plan = reading.plan();
        byte[] document = PlanDocument.bytes(plan);
        PlanExchange.check(plan, document);
        assertThat(PlanExchange.json(document).plan().digest()).isEqualTo(plan.digest());
        for (Format format : List.of(Format.PRETIX, Format.CSV)) {
            PlanExchange.Written written = PlanExchange.write(plan, format);
            assertThat(written.losses())
                    .extracting(Loss::what)
                    .doesNotContain("seats", "names", "zones", "order", "wheelchair", "aisles");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01i-zones-first-unknown-category.pretix.json | zones[0].rows[0].seats[2].category",
                "01j-unknown-category.pretix.json             | zones[0].rows[0].seats[2].category",
                "07a-colliding-ids.csv                        | line 3",
                "08d-latin1.csv                               | file",
                "08h-quoted.csv                               | line 2, zone",
                "08k-odd-numbers.csv                          | line 2, x",
                "08m-open-quote.csv                           | line 3",
                "09b-row-typed-twice.csv                      | line 14",
                "11c-plan-name-nul.pretix.json                | name",
                "11d-zone-name-nul.pretix.json                | zones[0].name",
                "11g-plan-name-10000.pretix.json              | name",
            })
    void refusesWhatIsNoneWithItsOnePlace(String name, String field) {
        Problem problem = refusal(name);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(errors(problem)).hasSize(1);
        assertThat(errors(problem).getFirst()).containsEntry("field", field);
    }

    @Test
    void findsSevenNumbersThatOnlyProgramsTake() {
        Map<String, Object> only = errors(refusal("08k-odd-numbers.csv")).getFirst();
        assertThat(only).containsEntry("count", 7);
        assertThat(only.get("also"))
                .isEqualTo(IntStream.rangeClosed(3, 8).mapToObj(i -> "line " + i + ", x").toList());
    }

    @Test
    void namesBothPlacesOfWhatIsGivenTwice() {
        Problem row = refusal("09b-row-typed-twice.csv");
        assertThat(errors(row).getFirst())
                .containsEntry("count", 3)
                .containsEntry("also", List.of("line 15", "line 16"));
        assertThat(errors(row).getFirst().get("problem").toString()).contains("line 8");
        assertThat(row.document().get("duplicates").toString())
                .contains("2-35-1", "2-35-2", "2-35-3");
        Problem ids = refusal("07a-colliding-ids.csv");
        assertThat(errors(ids).getFirst().get("problem").toString()).contains("A-1-2-3", "line 2");
    }

    @Test
    void readsDecimalCommasWhereNothingElseIsPartedByThem() {
        assertThat(errors(refusal("08g-decimal-comma.csv")))
                .extracting(error -> error.get("field"))
                .containsExactly("line 2, x", "line 2, y");
        Plan plan = csv("sep=;\r\nsection;row;number;zone;x;y\r\nP;A;1;K;0,5;12,5\r\n").plan();
        assertThat(plan.x(0)).isEqualTo(0.5);
        assertThat(csv("section\trow\tnumber\tzone\tx\ty\nP\tA\t1\tK\t2\t3\n").plan().y(0))
                .isEqualTo(3);
    }

    private static Reading csv(String text) {
        return PlanExchange.csv(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void passesOverRowsOfSeparators() {
        assertThat(
                        csv("section,row,number,zone,x,y\n,,,,,\nP,A,1,K,0,0\n , ,,,,\n")
                                .plan()
                                .seatCount())
                .isEqualTo(1);
    }

    @Test
    void readsTheEncodingThatTheCallerNames() {
        byte[] latin = file("08d-latin1.csv");
        Plan plan = PlanExchange.csv(Source.of(latin), "windows-1252").plan();
        assertThat(plan.section(0)).isEqualTo("Réservé");
        assertThat(
                        catchThrowableOfType(
                                        Problem.class,
                                        () -> PlanExchange.csv(Source.of(latin), "x!"))
                                .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P,A,1,,0,0", "P,A,1,K,0", "P,A,1,K,zero,0"})
    void countsOneMistakeInThirtyRowsOnce(String row) {
        Problem problem =
                catchThrowableOfType(
                        Problem.class,
                        () -> csv("section,row,number,zone,x,y\n" + (row + "\n").repeat(30)));
        assertThat(errors(problem)).hasSize(1);
        assertThat(errors(problem).getFirst()).containsEntry("count", 30);
    }

    @Test
    void tellsTheSeatsThatNobodyCouldTellApart() {
        String header = "section,row,number,zone,x,y\n";
        assertThat(codes(csv(header + "P,A,1,K,5,5\nP,A,2,K,5,5\n")))
                .containsExactly("seats-on-one-spot");
        assertThat(codes(csv(header + "P,A,1,K,0.02,0\nP,A,2,K,0.04,0\n")))
                .containsExactly("coordinates-rounded");
    }

    /** In a spreadsheet none of them runs, and they come back as they were. */
    @Test
    void writesFormulasAsTexts() {
        Plan plan = read("08n-formula.csv").plan();
        byte[] csv = PlanExchange.write(plan, Format.CSV).bytes();
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains("'=1+1,'@A,'-1,'+Kat,0,0");
        Plan again = PlanExchange.csv(csv).plan();
        assertThat(again.digest()).isEqualTo(plan.digest());
        assertThat(CsvText.read(CsvText.written("'=x"))).isEqualTo("'=x");
        assertThat(CsvText.written("'s Hertogenbosch")).isEqualTo("'s Hertogenbosch");
    }

    @Test
    void findsASeatInWhicheverFormItsAccentsAre() {
        Plan plan = read("07c-odd-ids.csv").plan();
        for (int seat = 0; seat < plan.seatCount(); seat++) {
            for (Normalizer.Form form : Normalizer.Form.values()) {
                if (form == Normalizer.Form.NFC || form == Normalizer.Form.NFD) {
                    assertThat(plan.indexOf(Normalizer.normalize(plan.seatId(seat), form)))
                            .isEqualTo(seat);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11a-zone-cut-in-emoji.pretix.json",
                "11b-area-text-cut-in-emoji.pretix.json"
            })
    void cutsBetweenCharacters(String name) {
        byte[] document = PlanDocument.bytes(read(name).plan());
        assertThat(new String(document, StandardCharsets.UTF_8)).doesNotContain("?", "\uFFFD");
    }

    @Test
    void takesOnePlanForTheSameWhicheverMemberIsFirst() {
        assertThat(read("01h-zones-first.pretix.json").plan().digest())
                .isEqualTo(read("01k-categories-first.pretix.json").plan().digest());
    }

    @Test
    void saysWhatHasNoPlaceInAForm() {
        Plan plan = read("20-area.cavea.json").plan();
        for (Format format : List.of(Format.PRETIX, Format.CSV)) {
            assertThat(PlanExchange.write(plan, format).losses())
                    .extracting(Loss::what)
                    .contains("areas");
        }
        Plan theatre =
                PlanExchange.json(
                                "{\"generate\":{\"kind\":\"theatre\"}}"
                                        .getBytes(StandardCharsets.UTF_8))
                        .plan();
        long accessible =
                IntStream.range(0, theatre.seatCount())
                        .filter(s -> (theatre.flags(s) & 3) != 0)
                        .count();
        assertThat(PlanExchange.write(theatre, Format.PRETIX).losses())
                .contains(new Loss("wheelchair", (int) accessible));
        assertThat(PlanExchange.write(theatre, Format.CSV).losses())
                .extracting(Loss::what)
                .doesNotContain("wheelchair", "quality", "coordinates", "seats");
    }
}
