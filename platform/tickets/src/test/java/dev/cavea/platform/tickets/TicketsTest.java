package dev.cavea.platform.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private final Jdbi database = Jdbi.create(TestPostgres.freshDatabase("tickets"));
    private final Tickets tickets =
            new Tickets(database, new Ids(Clock.systemUTC()), Clock.systemUTC());

    private static TicketOrder order(long booking, TicketPlace... places) {
        return new TicketOrder(5, booking, 42, "Ada", List.of(places));
    }

    private static TicketPlace seat(int index) {
        return new TicketPlace(index, "A-1-" + index, "A", "1", "" + index, "Category I");
    }

    private static TicketPlace standing() {
        return new TicketPlace(null, null, "Pit", null, null, "Standing");
    }

    private void issue(TicketOrder order) {
        database.useTransaction(handle -> tickets.issue(handle, order));
    }

    @Test
    void issuesOneTicketAPlaceAndOnlyOnce() {
        issue(order(1, seat(3), seat(4), standing(), standing()));
        issue(order(1, seat(3), seat(4), standing(), standing()));
        assertThat(tickets.ofBooking(1)).extracting(Ticket::serial).containsExactly(1, 2, 3, 4);
        assertThat(tickets.ofBooking(1))
                .extracting(Ticket::place)
                .containsExactly(seat(3), seat(4), standing(), standing());
    }

    @Test
    void refusesASecondTicketInForceForASeatAndIssuesNoneOfTheBooking() {
        issue(order(1, seat(3)));
        assertThatThrownBy(() -> issue(order(2, seat(9), seat(3))))
                .isInstanceOfSatisfying(
                        SeatHasTicket.class, e -> assertThat(e.event()).isEqualTo(5));
        assertThat(tickets.ofBooking(2)).isEmpty();
    }

    @Test
    void freesTheSeatForAnotherTicketOnceTheFirstIsVoid() {
        issue(order(1, seat(3)));
        database.useTransaction(handle -> tickets.voidAll(handle, 1));
        issue(order(2, seat(3)));
        assertThat(tickets.ofBooking(1).getFirst().status()).isEqualTo(Ticket.Status.VOID);
        assertThat(tickets.ofBooking(2).getFirst().status()).isEqualTo(Ticket.Status.VALID);
    }
}
