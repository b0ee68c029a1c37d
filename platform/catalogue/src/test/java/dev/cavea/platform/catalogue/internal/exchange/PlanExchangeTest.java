package dev.cavea.platform.catalogue.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.internal.exchange.PlanExchange.Format;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.edge.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanExchangeTest {

    private static final String SMALL =
            """
            {"format":"cavea-plan/1","name":"Small","size":{"width":200,"height":200},"pitch":25,
             "focus":{"kind":"stage","x":100,"y":20,"width":100,"height":20},
             "zones":[{"name":"Best","color":"#F44336"},{"name":"Rest"}],
             "sections":[{"rows":[
               {"label":"A","numbers":["1","2","3"],"x":[50,75,100.5],"y":[60,60,60],
                "zones":[0,0,1],"flags":[1,2,0]},
               {"label":"B","numbers":["1"],"x":[50],"y":[90],"zones":1}],
               "id":"ST","name":"Stalls"}],
             "areas":[{"id":"PIT","name":"Pit","capacity":40,"zone":1,
                       "outline":[[0,0],[10,0],[10,10]]}],
             "shapes":[{"kind":"circle","x":5,"y":5,"radius":3,"text":"Bar"},
                       {"kind":"text","x":1,"y":2,"text":"Door"}]}
            """;

    private static Plan plan(String json) {
        return PlanExchange.json(bytes(json)).plan();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Problem refusal(String json) {
        return catchThrowableOfType(Problem.class, () -> PlanExchange.json(bytes(json)));
    }

    @SuppressWarnings("unchecked")
    private static List<String> places(Problem problem) {
        var errors = (List<Map<String, String>>) problem.document().get("errors");
        return errors.stream().map(error -> error.get("field")).toList();
    }

    @Test
    void readsEveryMemberOfTheDocument() {
        Plan plan = plan(SMALL);
        assertThat(plan.seatId(2)).isEqualTo("ST-A-3");
        assertThat(plan.section(3)).isEqualTo("Stalls");
        assertThat(plan.flags(0)).isEqualTo(Layout.ACCESSIBLE);
        assertThat(plan.x(2)).isEqualTo(100.5);
        assertThat(plan.zone(3)).isEqualTo(1);
        assertThat(plan.areas().getFirst().capacity()).isEqualTo(40);
        assertThat(plan.shapes()).hasSize(2);
        assertThat(plan.quality(2)).isGreaterThan(plan.quality(3));
        assertThat(plan.drawnSections().getFirst().outline()).hasSizeGreaterThan(3);
    }

    @Test
    void givesTheSameDocumentForWhatItGave() {
        byte[] document = PlanExchange.write(plan(SMALL), Format.CAVEA).bytes();
        Plan again = PlanExchange.json(document).plan();
        assertThat(PlanExchange.write(again, Format.CAVEA).bytes()).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"grid\",\"rows\":30,\"seatsPerRow\":20,\"zones\":3}",
                "{\"kind\":\"theatre\",\"seats\":900}",
                "{\"kind\":\"arena\",\"floor\":2000}",
                "{\"kind\":\"stadium\"}"
            })
    void givesGeneratedHousesBackFromTheirDocument(String generate) {
        Plan plan = plan("{\"generate\":" + generate + "}");
        Plan again = PlanExchange.json(PlanExchange.write(plan, Format.CAVEA).bytes()).plan();
        assertThat(again.digest()).isEqualTo(plan.digest());
    }

    @Test
    void carriesFlagsThroughCsv() {
        Plan again = PlanExchange.csv(PlanExchange.write(plan(SMALL), Format.CSV).bytes()).plan();
        assertThat(again.seatId(1)).isEqualTo("ST-A-2");
        assertThat(again.flags(1)).isEqualTo(Layout.COMPANION);
        assertThat(again.zones()).containsExactly("Best", "Rest");
    }

    @Test
    void seesAnAisleInAGapOfACsvRow() {
        Plan plan =
                PlanExchange.csv(
                                bytes(
                                        """
                                        section,row,number,zone,x,y
                                        "Stalls, left",A,1,Best,0,0
                                        "Stalls, left",A,2,Best,20,0
                                        "Stalls, left",A,3,Best,70,0
                                        """))
                        .plan();
        assertThat(plan.section(0)).isEqualTo("Stalls, left");
        assertThat(plan.frame().pitch()).isEqualTo(20);
        assertThat(plan.flags(1)).isZero();
        assertThat(plan.flags(2)).isEqualTo(Layout.AISLE_BEFORE);
    }

    @Test
    void tellsEveryMistakeOfACsvFileWithItsLine() {
        Problem problem =
                catchThrowableOfType(
                        Problem.class,
                        () ->
                                PlanExchange.csv(
                                        bytes(
                                                """
                                                section,row,number,zone,x,y
                                                A,1,1,Best,0,zero
                                                A,1,,Best,20,0
                                                A-1,1,2,Best,40,0
                                                A,1,2
                                                """)));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(places(problem)).containsExactly("line 2, y", "line 3, number", "line 5, line");
    }

    @Test
    void refusesACsvSeatGivenTwice() {
        String csv = "section,row,number,zone,x,y\nA,1,1,Best,0,0\nA,1,1,Best,20,0\n";
        Problem problem = catchThrowableOfType(Problem.class, () -> PlanExchange.csv(bytes(csv)));
        assertThat(problem.document().get("duplicates")).isEqualTo(List.of("A-1-1"));
    }

    @Test
    void refusesIdsGivenTwiceAndNamesThem() {
        String twice = SMALL.replace("[\"1\",\"2\",\"3\"]", "[\"1\",\"2\",\"2\"]");
        Problem problem = refusal(twice);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.slug()).isEqualTo("invalid-plan");
        assertThat(problem.document().get("duplicates")).isEqualTo(List.of("ST-A-2"));
    }

    @Test
    void tellsSeveralMistakesAtOnceWithTheirPlaces() {
        Problem problem =
                refusal(
                        SMALL.replace("[50,75,100.5]", "[50,75]")
                                .replace("\"zones\":1}", "\"zones\":9}")
                                .replace("\"#F44336\"", "\"red\"")
                                .replace("\"capacity\":40", "\"capacity\":0"));
        assertThat(places(problem))
                .containsExactlyInAnyOrder(
                        "sections[0].rows[0].x",
                        "sections[0].rows[1].zones",
                        "zones[0].color",
                        "areas[0].capacity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"format\":", "{\"zones\":[}", "{} {}", "nonsense", "{\"a\":NaN}"})
    void callsBrokenJsonMalformed(String broken) {
        Problem problem = refusal(broken);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.slug()).isEqualTo("malformed-json");
    }

    @Test
    void refusesJsonNestedWithoutEnd() {
        assertThat(refusal("{\"zones\":" + "[".repeat(100_000)).slug()).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "null", "{\"hello\":1}"})
    void refusesWhatIsNoPlan(String json) {
        assertThat(refusal(json).status()).isEqualTo(422);
    }

    /** What earlier rules let in is in the store for ever, and must be read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\":\"Small\"   | \"name\":\"Small\\u0007\"",
                "\"x\":5,             | \"x\":5000000,",
                "[10,10]              | [3000000,10]",
                ",[10,10]             | ''",
                "\"width\":200        | \"width\":5000000",
                "\"id\":\"ST\"        | \"id\":\" ST\"",
                "\"text\":\"Door\"    | \"text\":\"Door\\n2\"",
            })
    void readsWhatIsStoredUnderYesterdaysRules(String today, String yesterday) {
        String document =
                new String(
                        PlanExchange.write(plan(SMALL), Format.CAVEA).bytes(),
                        StandardCharsets.UTF_8);
        assertThat(document).contains(today);
        byte[] old = bytes(document.replace(today, yesterday));
        Plan stored = PlanExchange.stored(old);
        assertThat(PlanExchange.write(stored, Format.CAVEA).bytes()).isEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P (x)",
                "O'N",
                "A&B",
                "P+",
                "P: 1",
                "P, 1",
                "#1",
                "=1+1",
                "Loge/Links 100%",
                "Aitio 1 (vasen)",
                "Balkon (2)",
                "कक्ष",
                "ชั้น 1",
                "Cafe\u0301",
                "a\u200db",
                "A-1",
            })
    void givesEveryLegalNameBackInEveryForm(String name) {
        String csv =
                "section,row,number,zone,x,y\n\"" + name.replace("\"", "\"\"") + "\",A,1,Z,10,10\n";
        Plan plan = PlanExchange.csv(bytes(csv)).plan();
        for (Format format : Format.values()) {
            byte[] written = PlanExchange.write(plan, format).bytes();
            Plan again =
                    format == Format.CSV
                            ? PlanExchange.csv(written).plan()
                            : PlanExchange.json(written).plan();
            assertThat(again.seatId(0)).isEqualTo(plan.seatId(0));
            assertThat(again.section(0)).isEqualTo(plan.section(0));
            assertThat(again.drawnSections().getFirst().id())
                    .isEqualTo(plan.drawnSections().getFirst().id());
        }
        assertThat(
                        PlanExchange.json(PlanExchange.write(plan, Format.CAVEA).bytes())
                                .plan()
                                .digest())
                .isEqualTo(plan.digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":\"cavea-plan/1\",\"focus\":%s}",
                "{\"zones\":[{\"rows\":[{\"seats\":[{\"position\":%s}]}]}]}",
                "{\"generate\":%s}",
            })
    void buildsNoTreeOfAPartThatNoPlanHas(String document) {
        String large = "[" + "[],".repeat(50_000) + "[]]";
        Problem problem = refusal(document.formatted(large));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.document().toString()).contains("is too large");
    }

    @Test
    void remembersNoMillionsOfNames() {
        StringBuilder names = new StringBuilder("{\"zones\":{");
        for (int i = 0; i < 20_000; i++) {
            names.append("\"n").append(i).append("\":0,");
        }
        Problem problem = refusal(names.append("\"last\":0}}").toString());
        assertThat(problem.document().toString()).contains("too many different names");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'grid','rows':1000000,'seatsPerRow':1000000} | generate.rows",
                "{'kind':'grid','rows':5000,'seatsPerRow':5000}       | generate.rows",
                "{'kind':'grid','rows':-1,'seatsPerRow':5}            | generate.rows",
                "{'kind':'grid','rows':1.5,'seatsPerRow':5}           | generate.rows",
                "{'kind':'grid','rows':'ten','seatsPerRow':5}         | generate.rows",
                "{'kind':'grid','rows':99999999999999999999,'seatsPerRow':5} | generate.rows",
                "{'kind':'grid','seatsPerRow':5}                      | generate.rows",
                "{'kind':'grid','rows':5,'seatsPerRow':5,'row':1}     | generate.row",
                "{'kind':'circus'}                                    | generate.kind",
                "{'kind':'stadium','seats':250001}                    | generate.seats",
                "{'kind':'theatre','seats':2000000000}                | generate.seats",
                "{'kind':'arena','tiers':0}                           | generate.tiers",
            })
    void refusesHousesThatNobodyCanHave(String generate, String field) {
        Problem problem = refusal("{\"generate\":" + generate.replace('\'', '"') + "}");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(places(problem)).contains(field);
    }
}
