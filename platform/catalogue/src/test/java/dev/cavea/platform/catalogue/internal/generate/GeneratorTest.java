package dev.cavea.platform.catalogue.internal.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.PlanLayout;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.PlanDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether generated houses could stand: exact, without two seats in one place, sold by zones. */
class GeneratorTest {

    record Case(Generator generator, int seats) {}

    static Stream<Case> houses() {
        return Stream.of(
                new Case(new Grid(10, 10, 1, 1), 100),
                new Case(new Grid(40, 30, 4, 3), 4_800),
                new Case(new Theatre(50, false, 1), 50),
                new Case(new Theatre(500, false, 3), 500),
                new Case(new Theatre(1_234, true, 4), 1_234),
                new Case(new Theatre(3_000, true, 5), 3_000),
                new Case(new Bowl(Bowl.Kind.ARENA, 500, 1, 2, 0), 500),
                new Case(new Bowl(Bowl.Kind.ARENA, 20_000, 2, 4, 0), 20_000),
                new Case(new Bowl(Bowl.Kind.ARENA, 12_000, 2, 4, 3_000), 12_000),
                new Case(new Bowl(Bowl.Kind.STADIUM, 80_000, 3, 5, 0), 80_000),
                new Case(new Bowl(Bowl.Kind.STADIUM, 200_000, 4, 6, 0), 200_000));
    }

    @ParameterizedTest
    @MethodSource("houses")
    void hasExactlyTheSeatsThatWereAskedFor(Case house) {
        assertThat(house.generator.plan().seatCount()).isEqualTo(house.seats);
    }

    @ParameterizedTest
    @MethodSource("houses")
    void keepsNeighboursApart(Case house) {
        Plan plan = house.generator.plan();
        double apart = plan.frame().pitch() * 0.8;
        Map<Long, List<Integer>> cells = new HashMap<>();
        for (int seat = 0; seat < plan.seatCount(); seat++) {
            long column = (long) (plan.x(seat) / apart);
            long line = (long) (plan.y(seat) / apart);
            for (long dx = -1; dx <= 1; dx++) {
                for (long dy = -1; dy <= 1; dy++) {
                    for (int other : cells.getOrDefault(cell(column + dx, line + dy), List.of())) {
                        assertThat(distance(plan, seat, other))
                                .as("%s and %s", plan.seatId(seat), plan.seatId(other))
                                .isGreaterThanOrEqualTo(apart);
                    }
                }
            }
            cells.merge(
                    cell(column, line),
                    List.of(seat),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("houses")
    void givesEverySeatAnIdOfItsOwnThatLeadsBackToIt(Case house) {
        Plan plan = house.generator.plan();
        Set<String> ids = new HashSet<>();
        for (int seat = 0; seat < plan.seatCount(); seat++) {
            String id = plan.seatId(seat);
            assertThat(ids.add(id)).as(id).isTrue();
            assertThat(plan.indexOf(id)).isEqualTo(seat);
        }
        assertThat(plan.indexOf("NO-SUCH-SEAT")).isEqualTo(-1);
    }

    @ParameterizedTest
    @MethodSource("houses")
    void drawsEverySeatOnThePageAndOffTheField(Case house) {
        Plan plan = house.generator.plan();
        Focus focus = plan.frame().focus();
        for (int seat = 0; seat < plan.seatCount(); seat++) {
            assertThat(plan.x(seat)).isBetween(0.0, plan.frame().width());
            assertThat(plan.y(seat)).isBetween(0.0, plan.frame().height());
            boolean onField =
                    Math.abs(plan.x(seat) - focus.x()) < focus.width() / 2
                            && Math.abs(plan.y(seat) - focus.y()) < focus.height() / 2;
            assertThat(onField).as(plan.seatId(seat)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("houses")
    void putsSeatsIntoEveryZoneAndTheBestViewsIntoTheFirst(Case house) {
        Plan plan = house.generator.plan();
        int zones = plan.zones().size() - plan.standing().size();
        double before = Double.MAX_VALUE;
        for (int zone = 0; zone < zones; zone++) {
            int wanted = zone;
            double mean =
                    IntStream.range(0, plan.seatCount())
                            .filter(seat -> plan.zone(seat) == wanted)
                            .map(plan::quality)
                            .average()
                            .orElseThrow();
            assertThat(mean).isLessThan(before);
            before = mean;
        }
    }

    @ParameterizedTest
    @MethodSource("houses")
    void isTheSamePlanEveryTime(Case house) {
        Plan plan = house.generator.plan();
        assertThat(house.generator.plan().digest()).isEqualTo(plan.digest());
        assertThat(PlanDocument.bytes(plan).length).isLessThan(1_000 + 45 * plan.seatCount());
    }

    @ParameterizedTest
    @MethodSource("houses")
    void givesTheLedgerItsRowsInOrder(Case house) {
        Plan plan = house.generator.plan();
        Layout layout = PlanLayout.of(plan);
        assertThat(layout.seatCount()).isEqualTo(plan.seatCount());
        for (int row = 0; row < layout.rowCount(); row++) {
            int first = layout.rowStarts()[row];
            assertThat(plan.number(first)).isEqualTo("1");
            assertThat(plan.sections().get(layout.rowSections()[row]))
                    .isEqualTo(plan.section(first));
            for (int seat = first + 1; seat < layout.rowEnd(row); seat++) {
                boolean aisle = (layout.flags()[seat] & Layout.AISLE_BEFORE) != 0;
                assertThat(distance(plan, seat - 1, seat) > 1.5 * plan.frame().pitch())
                        .as("an aisle before %s", plan.seatId(seat))
                        .isEqualTo(aisle);
            }
        }
    }

    private static long cell(long column, long line) {
        return (column << 32) | (line & 0xffffffffL);
    }

    private static double distance(Plan plan, int one, int other) {
        return Math.hypot(plan.x(one) - plan.x(other), plan.y(one) - plan.y(other));
    }
}
