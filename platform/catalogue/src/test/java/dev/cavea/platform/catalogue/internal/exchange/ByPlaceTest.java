package dev.cavea.platform.catalogue.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.PlanLayout;
import dev.cavea.platform.catalogue.internal.exchange.PlanExchange.Reading;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Neighbours are found by where seats stand, whatever order a file lists them in. */
class ByPlaceTest {

    private static String csv(String... seats) {
        StringBuilder csv = new StringBuilder("section,row,number,zone,x,y\n");
        for (String seat : seats) {
            String[] part = seat.split(" ");
            csv.append("S,%s,%s,Z,%s,%s%n".formatted((Object[]) part));
        }
        return csv.toString();
    }

    private static Plan plan(String csv) {
        return PlanExchange.csv(csv.getBytes(UTF_8)).plan();
    }

    private static List<String> numbers(Plan plan) {
        return IntStream.range(0, plan.seatCount()).mapToObj(plan::number).toList();
    }

    /** A row along x in steps of 25, its seats listed by the numbers given. */
    private static String[] row(String label, double y, IntUnaryOperator place, int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(n -> "%s %d %d %s".formatted(label, n, 25 * place.applyAsInt(n), y))
                .toArray(String[]::new);
    }

    @Test
    void seatsSortedAsTextStandByNumber() {
        Plan plan = plan(csv(row("A", 0, n -> n, 1, 10, 11, 12, 2, 3, 4, 5, 6, 7, 8, 9)));

        assertThat(numbers(plan))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
        assertThat(plan.frame().pitch()).isEqualTo(25);
    }

    @Test
    void oddAndEvenNumbersGrowFromTheMiddle() {
        IntUnaryOperator place = n -> n % 2 == 1 ? -n / 2 : n / 2;

        assertThat(numbers(plan(csv(row("A", 0, place, 1, 3, 5, 7, 2, 4, 6, 8)))))
                .isIn(
                        List.of("7", "5", "3", "1", "2", "4", "6", "8"),
                        List.of("8", "6", "4", "2", "1", "3", "5", "7"));
    }

    @Test
    void aFileThatListsItsSeatsAsTheyStandKeepsItsOrder() {
        List<Spot> arc = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double angle = Math.PI * i / 45;
            arc.add(new Spot(500 * Math.cos(angle), 500 * Math.sin(angle)));
        }
        List<Spot> shuffled = new ArrayList<>(arc);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(ByPlace.row(arc, spot -> spot)).isEqualTo(arc);
        assertThat(ByPlace.row(shuffled, spot -> spot)).isIn(arc, arc.reversed());
    }

    @Test
    void seatsAroundATableRunDownOneSideAndUpTheOther() {
        List<Spot> table = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            table.add(new Spot(25 * (i / 2), 60 * (i % 2)));
        }

        List<Spot> around = ByPlace.row(table, spot -> spot);

        assertThat(around.subList(0, 4)).extracting(Spot::y).containsOnly(around.getFirst().y());
        assertThat(ByPlace.pitch(List.of(around).stream())).isEqualTo(25);
        boolean[] aisles = ByPlace.aisles(around, 25);
        assertThat(aisles).containsExactly(false, false, false, false, true, false, false, false);
    }

    @Test
    void aislesAreGapsOfTheRowItself() {
        String[] seats = {
            "A 1 0 0", "A 2 100 0", "A 3 125 0", "A 4 150 0", "A 5 175 0", "A 6 200 0", "A 7 300 0"
        };

        Plan plan = plan(csv(seats));

        assertThat(plan.frame().pitch()).isEqualTo(25);
        assertThat(IntStream.range(0, 7).map(plan::flags))
                .containsExactly(0, Layout.AISLE_BEFORE, 0, 0, 0, 0, Layout.AISLE_BEFORE);
    }

    @Test
    void rowsStandBehindEachOtherInOneDirection() {
        List<String> seats = new ArrayList<>();
        seats.addAll(List.of(row("1", 0, n -> n, 1, 2, 3)));
        seats.addAll(List.of(row("10", 90, n -> n, 1, 2, 3)));
        seats.addAll(List.of(row("2", 30, n -> n, 3, 2, 1)));
        seats.addAll(List.of(row("3", 60, n -> n, 1, 2, 3)));

        Plan plan = plan(csv(seats.toArray(String[]::new)));

        assertThat(IntStream.range(0, 12).mapToObj(plan::row).distinct())
                .containsExactly("1", "2", "3", "10");
        assertThat(numbers(plan).subList(3, 6)).containsExactly("1", "2", "3");
    }

    @Test
    void aRowFarAwayOrBesideIsNotBehind() {
        assertThat(secondRow(csvOf(0, 30))).isZero();
        assertThat(secondRow(csvOf(600, 30))).isEqualTo(Layout.APART_FROM_ROW_BEFORE);
        assertThat(secondRow(csvOf(0, 2000))).isEqualTo(Layout.APART_FROM_ROW_BEFORE);
    }

    private static Plan csvOf(int right, int behind) {
        List<String> seats = new ArrayList<>(List.of(row("A", 0, n -> n, 1, 2, 3, 4)));
        seats.addAll(List.of(row("B", behind, n -> n + right / 25, 1, 2, 3, 4)));
        return plan(csv(seats.toArray(String[]::new)));
    }

    private static int secondRow(Plan plan) {
        return PlanLayout.of(plan).flags()[4] & Layout.APART_FROM_ROW_BEFORE;
    }

    @Test
    void rowsMeetWhereTheyStandBehindEachOther() {
        List<String> seats = new ArrayList<>(List.of(row("A", 0, n -> n, 1, 2, 3, 4, 5, 6)));
        seats.addAll(List.of(row("B", 30, n -> n - 6, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)));

        Plan plan = plan(csv(seats.toArray(String[]::new)));
        Layout layout = PlanLayout.of(plan);
        int meets = flagged(layout, Layout.MEETS_NEXT_ROW);
        int behind = flagged(layout, Layout.MEETS_ROW_BEFORE);

        assertThat(plan.x(meets)).isEqualTo(plan.x(behind));
        assertThat(plan.row(meets)).isEqualTo("A");
        assertThat(plan.row(behind)).isEqualTo("B");
    }

    private static int flagged(Layout layout, int flag) {
        return IntStream.range(0, layout.seatCount())
                .filter(seat -> (layout.flags()[seat] & flag) != 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstRowsAreTheFrontWhereNobodySays() {
        List<String> seats = new ArrayList<>();
        for (int row = 0; row < 10; row++) {
            String label = String.valueOf((char) ('A' + row));
            seats.addAll(List.of(row(label, 400 - 30.0 * row, n -> n, 1, 2, 3, 4, 5, 6, 7)));
        }

        Reading reading = PlanExchange.csv(csv(seats.toArray(String[]::new)).getBytes(UTF_8));
        Plan plan = reading.plan();

        int best = plan.indexOf("S-A-4");
        assertThat(IntStream.range(0, 70).map(plan::quality).max()).hasValue(plan.quality(best));
        assertThat(plan.quality(plan.indexOf("S-A-1"))).isLessThan(plan.quality(best));
        assertThat(plan.quality(plan.indexOf("S-J-4"))).isLessThan(plan.quality(best));
        assertThat(reading.warnings().toString()).contains("front-guessed", "first rows");
    }
}
