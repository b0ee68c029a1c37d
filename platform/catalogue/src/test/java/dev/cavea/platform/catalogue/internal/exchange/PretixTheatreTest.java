package dev.cavea.platform.catalogue.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.PlanLayout;
import dev.cavea.platform.catalogue.internal.fields.Warning;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.edge.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A real theatre: 738 seats, of which 420 repeat a seat_guid, on two floors in one place. */
class PretixTheatreTest {

    private static final byte[] FILE = file();
    private static final PlanExchange.Reading READING = PlanExchange.json(FILE);
    private static final Plan THEATRE = READING.plan();

    private static byte[] file() {
        try (InputStream in =
                PretixTheatreTest.class.getResourceAsStream("/plans/theatre-738.pretix.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void hasEverySeatUnderAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        for (int seat = 0; seat < THEATRE.seatCount(); seat++) {
            ids.add(THEATRE.seatId(seat));
            assertThat(THEATRE.indexOf(THEATRE.seatId(seat))).isEqualTo(seat);
        }
        assertThat(THEATRE.seatCount()).isEqualTo(738);
        assertThat(ids).hasSize(738).contains("Groundfloor-A-1", "Groundfloor-A-1.2");
    }

    @Test
    void leavesTheFirstSeatItsGuidAndTellsOfTheOthers() {
        assertThat(THEATRE.seatId(0)).isEqualTo("Groundfloor-A-1");
        Warning warning = READING.warnings().getFirst();
        assertThat(warning.code()).isEqualTo("repeated-seat-guid");
        assertThat(warning.message()).startsWith("420 seats");
    }

    @Test
    void namesEverySeatOnceForPeople() {
        Set<List<String>> names = new HashSet<>();
        for (int seat = 0; seat < THEATRE.seatCount(); seat++) {
            names.add(List.of(THEATRE.section(seat), THEATRE.row(seat), THEATRE.number(seat)));
        }
        assertThat(names).hasSize(738);
        assertThat(THEATRE.sections())
                .hasSize(15)
                .contains("Ground floor 1", "Ground floor 12")
                .contains("First Floor left", "First Floor centre", "First Floor right");
    }

    @Test
    void keepsCategoriesAsPriceZones() {
        assertThat(THEATRE.zones())
                .containsExactly(
                        "Category I", "Category II", "Category III", "Category IV", "Category V");
        assertThat(THEATRE.frame().zones().getFirst().color()).isEqualTo("#F44336");
        assertThat(THEATRE.zone(THEATRE.indexOf("FirstFloor-D-13"))).isEqualTo(4);
    }

    @Test
    void laysTheFloorsBesideEachOther() {
        double apart = THEATRE.frame().pitch() * 0.8;
        for (int one = 0; one < THEATRE.seatCount(); one++) {
            for (int other = one + 1; other < THEATRE.seatCount(); other++) {
                double distance =
                        Math.hypot(
                                THEATRE.x(one) - THEATRE.x(other),
                                THEATRE.y(one) - THEATRE.y(other));
                assertThat(distance).isGreaterThan(apart);
            }
            assertThat(THEATRE.x(one)).isBetween(0.0, THEATRE.frame().width());
            assertThat(THEATRE.y(one)).isBetween(0.0, THEATRE.frame().height());
        }
    }

    @Test
    void findsTheStageAndRatesFloorsFromWhereTheyReallyAre() {
        Focus focus = Objects.requireNonNull(THEATRE.frame().focus());
        assertThat(focus.kind()).isEqualTo(Focus.Kind.STAGE);
        assertThat(focus.width()).isBetween(846.0, 847.0);
        int nearStage = THEATRE.quality(THEATRE.indexOf("Groundfloor-F-1"));
        int above = THEATRE.quality(THEATRE.indexOf("FirstFloor-F-1"));
        assertThat(above).isCloseTo(nearStage, org.assertj.core.data.Offset.offset(20));
    }

    @Test
    void givesTheLedgerRowsWithoutAisles() {
        Layout layout = PlanLayout.of(THEATRE);
        assertThat(layout.rowCount()).isEqualTo(90);
        for (byte flags : layout.flags()) {
            assertThat(flags & (Layout.AISLE_BEFORE | Layout.APART_FROM_ROW_BEFORE)).isZero();
        }
    }

    @Test
    void tellsTheLedgerThatRowsMeetInTheirMiddle() {
        Layout layout = PlanLayout.of(THEATRE);
        for (int row = 0; row < layout.rowCount(); row++) {
            int start = layout.rowStarts()[row];
            int seats = layout.rowEnd(row) - start;
            for (int seat = start; seat < layout.rowEnd(row); seat++) {
                if ((layout.flags()[seat] & Layout.MEETS_NEXT_ROW) != 0) {
                    assertThat(seat - start).isBetween(seats / 2 - 1, seats / 2 + 1);
                }
            }
        }
    }

    @Test
    void comesBackTheSameFromItsOwnDocument() {
        byte[] document = PlanExchange.write(THEATRE, PlanExchange.Format.CAVEA).bytes();
        Plan again = PlanExchange.json(document).plan();
        assertThat(PlanExchange.write(again, PlanExchange.Format.CAVEA).bytes())
                .isEqualTo(document);
        assertThat(again.digest()).isEqualTo(THEATRE.digest());
    }

    @Test
    void comesBackFromPretixWithTheSameSeats() {
        Plan again =
                PlanExchange.json(PlanExchange.write(THEATRE, PlanExchange.Format.PRETIX).bytes())
                        .plan();
        assertSameSeats(again);
        assertThat(again.sections()).isEqualTo(THEATRE.sections());
    }

    @Test
    void comesBackFromCsvWithTheSameSeats() {
        Plan again =
                PlanExchange.csv(PlanExchange.write(THEATRE, PlanExchange.Format.CSV).bytes())
                        .plan();
        assertSameSeats(again);
        assertThat(again.x(700)).isEqualTo(THEATRE.x(700));
    }

    private static void assertSameSeats(Plan again) {
        assertThat(again.seatCount()).isEqualTo(738);
        for (int seat = 0; seat < 738; seat++) {
            assertThat(again.seatId(seat)).isEqualTo(THEATRE.seatId(seat));
            assertThat(again.section(seat)).isEqualTo(THEATRE.section(seat));
            assertThat(again.row(seat)).isEqualTo(THEATRE.row(seat));
            assertThat(again.number(seat)).isEqualTo(THEATRE.number(seat));
            assertThat(again.zones().get(again.zone(seat)))
                    .isEqualTo(THEATRE.zones().get(THEATRE.zone(seat)));
        }
    }

    @Test
    void refusesASeatGivenTwice() {
        String text = new String(FILE, StandardCharsets.UTF_8);
        // The uuid of Groundfloor-A-1 becomes that of the second seat of this guid.
        String first = "ccb6d8c1-b81e-491b-b2ae-e8a4644c6616";
        int guid = text.indexOf("\"Groundfloor-A-1\"", text.indexOf(first));
        String uuid = text.substring(text.indexOf("\"uuid\"", guid));
        String second = uuid.substring(uuid.indexOf(": \"") + 3, uuid.indexOf("\",", 8));
        byte[] broken = text.replace(second, first).getBytes(StandardCharsets.UTF_8);
        Problem problem = catchThrowableOfType(Problem.class, () -> PlanExchange.json(broken));
        assertThat(problem.slug()).isEqualTo("invalid-plan");
        assertThat(problem.document().get("duplicates")).isEqualTo(List.of("Groundfloor-A-1"));
    }
}
