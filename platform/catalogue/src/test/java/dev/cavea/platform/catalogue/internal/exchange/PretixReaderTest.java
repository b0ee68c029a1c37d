package dev.cavea.platform.catalogue.internal.exchange;

import static dev.cavea.platform.catalogue.internal.exchange.PlanCasesTest.codes;
import static dev.cavea.platform.catalogue.internal.exchange.PlanCasesTest.errors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.catalogue.internal.exchange.PlanExchange.Reading;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.edge.Problem;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PretixReaderTest {

    private static final String SEAT =
            "{'seat_guid':'%s','seat_number':'%s','position':{'x':%d,'y':%d},'category':'K'}";
    private static final String PLAN =
            "{'name':'Haus','categories':[{'name':'K','color':'#F44336'}],'zones':[{'name':'Saal',"
                    + "'position':{'x':0,'y':0},'rows':[{'row_number':'A','seats':["
                    + SEAT.formatted("a1", "1", 25, 0)
                    + ","
                    + SEAT.formatted("a2", "2", 50, 0)
                    + "]}],'areas':[]}]}";

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static Reading read(String json) {
        return PlanExchange.json(bytes(json));
    }

    private static Problem refusal(String json) {
        return catchThrowableOfType(Problem.class, () -> read(json));
    }

    /** Of each kind one warning, with how often and where first. */
    @Test
    void warnsOfWhatItPassesOver() {
        Reading reading =
                read(
                        PLAN.replace("'name':'Haus'", "'name':'Haus','standing':{'capacity':9}")
                                .replace("'category':'K'", "'category':'K','wheelchair':true")
                                .replace(
                                        "'areas':[]",
                                        "'areas':[{'capacity':3,'shape':'rectangle',"
                                                + "'rectangle':{'width':9,'height':9}}]"));
        assertThat(codes(reading)).containsOnly("unknown-member").hasSize(3);
        assertThat(reading.warnings().toString())
                .contains("\"standing\" is unknown and was ignored, once.")
                .contains("\"zones[].rows[].seats[].wheelchair\"", "2 times")
                .contains("zones[0].areas[0].capacity");
    }

    @Test
    void warnsOfARowWhoseSeatsAreNull() {
        Reading reading =
                read(PLAN.replace("'rows':[", "'rows':[{'row_number':'B','seats':null},"));
        assertThat(codes(reading)).containsExactly("null-list");
    }

    @ParameterizedTest
    @CsvSource({
        "'#fff', '#FFFFFF'", "red, '#FF0000'", "'rgba(1, 2,3,.5)', '#010203'",
        "'rgb(255 0 10 / 50%)', '#FF000A'", "'#F44336', '#F44336'", "'#01020380', '#010203'",
    })
    void takesColoursAsCssHasThem(String css, String hex) {
        Plan plan = read(PLAN.replace("#F44336", css)).plan();
        assertThat(plan.frame().zones().getFirst().color()).isEqualTo(hex);
    }

    @Test
    void saysThatAColourIsNotKnown() {
        assertThat(codes(read(PLAN.replace("#F44336", "var(--x)"))))
                .containsExactly("unknown-colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "'  '"})
    void callsAPlanWithoutANameAPlan(String name) {
        assertThat(read(PLAN.replace("'name':'Haus'", "'name':" + name)).plan().frame().name())
                .isEqualTo("Plan");
    }

    @Test
    void drawsOneLineOfALabelOfTwoAndNothingOfTwoPoints() {
        String areas =
                "'areas':[{'shape':'text','text':{'text':'Bühne\\n(Graben)'}},"
                        + "{'shape':'polygon','polygon':{'points':[{'x':0,'y':0},{'x':9,'y':0}]}}]";
        Reading reading = read(PLAN.replace("'areas':[]", areas));
        assertThat(codes(reading)).containsExactly("not-drawn");
        assertThat(reading.plan().shapes()).hasSize(1);
        assertThat(reading.plan().shapes().getFirst().text()).isEqualTo("Bühne (Graben)");
        PlanExchange.check(
                reading.plan(),
                dev.cavea.platform.catalogue.internal.plan.PlanDocument.bytes(reading.plan()));
    }

    @ParameterizedTest
    @CsvSource({
        "'a1', '\\ud83d', zones[0].rows[0].seats[0].seat_guid",
        "'Saal', 'S\\u0007', zones[0].name",
        "'A', '123456789012345678901234567890', zones[0].rows[0].row_number",
        "'Haus', 'H\\u0000', name",
    })
    void refusesTextsThatNothingCanKeep(String from, String to, String field) {
        Problem problem = refusal(PLAN.replace("'" + from + "'", "'" + to + "'"));
        assertThat(errors(problem)).hasSize(1);
        assertThat(errors(problem).getFirst()).containsEntry("field", field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'shape':'circle','position':{'x':0,'y':0},'circle':{'radius':1000000}}",
                "{'shape':'rectangle','position':{'x':1000000,'y':0},"
                        + "'rectangle':{'width':1000000,'height':5}}",
            })
    void refusesWhatLiesOutOfReach(String area) {
        Problem problem = refusal(PLAN.replace("'areas':[]", "'areas':[" + area + "]"));
        assertThat(problem.document().toString()).contains("is out of range");
    }

    @Test
    void namesBothSeatsOfOneGuid() {
        Problem problem = refusal(PLAN.replace("a2", "a1"));
        assertThat(errors(problem).getFirst())
                .containsEntry("field", "zones[0].rows[0].seats[1].seat_guid");
        assertThat(problem.document().get("duplicates")).isEqualTo(List.of("a1"));
    }

    @Test
    void countsSeatsWithoutACategoryOnce() {
        Problem problem = refusal(PLAN.replace("'category':'K'", "'category':''"));
        assertThat(errors(problem)).hasSize(1);
        assertThat(errors(problem).getFirst())
                .containsEntry("field", "zones[0].rows[0].seats[0].category")
                .containsEntry("count", 2);
    }

    /** Six blocks, D E F behind A B C, each five units from the next: nearer than any two seats. */
    @Test
    void keepsTheOrderOfBlocksThatRunIntoEachOther() {
        StringBuilder zones = new StringBuilder();
        String names = "DEFABC";
        for (int i = 0; i < 6; i++) {
            String name = names.substring(i, i + 1);
            zones.append(i == 0 ? "" : ",")
                    .append("{'name':'")
                    .append(name)
                    .append("','position':{'x':")
                    .append(80 * (i % 3))
                    .append(",'y':")
                    .append(65 * (i / 3))
                    .append("},'rows':[");
            for (int row = 0; row < 3; row++) {
                zones.append(row == 0 ? "" : ",")
                        .append("{'row_number':'")
                        .append(row)
                        .append("','position':{'x':0,'y':")
                        .append(30 * row)
                        .append("},'seats':[");
                for (int seat = 0; seat < 4; seat++) {
                    zones.append(seat == 0 ? "" : ",")
                            .append(SEAT.formatted(name + row + seat, seat, 25 * seat, 0));
                }
                zones.append("]}");
            }
            zones.append("]}");
        }
        Reading reading = read("{'name':'H','categories':[{'name':'K'}],'zones':[" + zones + "]}");
        assertThat(codes(reading)).containsExactly("zones-overlap");
        Plan plan = reading.plan();
        Map<String, double[]> at = new HashMap<>();
        IntStream.range(0, plan.seatCount())
                .filter(seat -> plan.seatId(seat).endsWith("00"))
                .forEach(s -> at.put(plan.section(s), new double[] {plan.x(s), plan.y(s)}));
        assertThat(at.get("D")[0]).isLessThan(at.get("E")[0]).isEqualTo(at.get("A")[0]);
        assertThat(at.get("E")[0]).isLessThan(at.get("F")[0]).isEqualTo(at.get("B")[0]);
        assertThat(at.get("D")[1]).isEqualTo(at.get("F")[1]).isLessThan(at.get("A")[1]);
        for (int one = 0; one < plan.seatCount(); one++) {
            for (int other = one + 1; other < plan.seatCount(); other++) {
                double apart = Math.hypot(plan.x(one) - plan.x(other), plan.y(one) - plan.y(other));
                assertThat(apart).isGreaterThan(20);
            }
        }
    }
}
