package dev.cavea.platform.booking.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Owners;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.Stage;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.SteppedClock;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class OwnBookingsTest {

    private static final AtomicLong EVENTS = new AtomicLong(9_200);
    private static final Caller ADA = Shop.fan(1);
    private static final Caller BOB = Shop.fan(2);
    private static final Caller GUEST = new Caller(77, Role.GUEST, Long.MAX_VALUE);
    private static final Pattern LINK =
            Pattern.compile("https://tickets\\.example\\.org/tickets/(\\w+)\\?key=([\\w-]+)\n");

    private static TestLedger ledger;
    private static Jdbi database;
    private static Stage stage;
    private final SteppedClock clock = new SteppedClock();
    private final long event = EVENTS.incrementAndGet();
    private Shop shop;
    private Owners owners;
    private OwnBookings bookings;

    @BeforeAll
    static void startLedger() {
        ledger = TestLedger.start();
        database =
                Jdbi.create(
                        TestPostgres.freshDatabase(
                                "storage", "audit", "accounts", "payments", "tickets", "booking"));
        stage = new Stage(ledger.client());
    }

    @AfterAll
    static void stopLedger() {
        ledger.close();
    }

    @BeforeEach
    void open() {
        stage.open(event, UnaryOperator.identity());
        shop = new Shop(database, ledger, stage, clock);
        owners = new Owners(database);
        bookings = new OwnBookings(shop.bookings, owners, Shop.LINKS);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Order bought(Caller buyer, String... seats) {
        return shop.book(buyer, shop.hold(buyer, event, seats), "tok_ok");
    }

    private static String id(Order order) {
        return Ids.text(order.id());
    }

    private void isUnknown(Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.slug()).isEqualTo("unknown-booking"));
    }

    @Test
    void anAccountOwnsWhatItsAdoptedGuestBought() {
        Order order = bought(GUEST, "A-1-1");
        Order own = bought(ADA, "A-1-2");
        isUnknown(() -> bookings.own(ADA, id(order)));
        database.useHandle(handle -> owners.adopt(handle, 77, ADA.account(), clock.instant()));
        assertThat(bookings.own(ADA, id(order)).id()).isEqualTo(order.id());
        assertThat(bookings.mine(ADA, Long.MAX_VALUE, 10))
                .extracting(Order::id)
                .containsExactly(own.id(), order.id());
        assertThat(bookings.own(GUEST, id(order)).id()).isEqualTo(order.id());
        assertThat(bookings.mine(GUEST, Long.MAX_VALUE, 10))
                .extracting(Order::id)
                .containsExactly(order.id());
        isUnknown(() -> bookings.own(BOB, id(order)));
        isUnknown(() -> bookings.own(GUEST, id(own)));
    }

    @Test
    void theLinkOfTheLetterShowsItsBookingAndNoOther() {
        Order order = bought(BOB, "A-2-1", "A-2-2");
        Order other = bought(BOB, "A-2-3");
        shop.outbox.sendDue();
        Mailer.Letter letter =
                shop.letters.stream()
                        .filter(one -> one.body().contains(id(order)))
                        .findFirst()
                        .orElseThrow();
        Matcher link = LINK.matcher(letter.body());
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isEqualTo(id(order));
        String key = link.group(2);
        assertThat(bookings.shown(new Anybody(null), id(order), key).id()).isEqualTo(order.id());
        isUnknown(() -> bookings.shown(new Anybody(null), id(other), key));
        for (String wrong : new String[] {"", "AAAA", "?", key.substring(1)}) {
            isUnknown(() -> bookings.shown(new Anybody(null), id(order), wrong));
            // Nor does a wrong one fall back on whoever is logged in.
            isUnknown(() -> bookings.shown(new Anybody(BOB), id(order), wrong));
        }
        assertThat(letter.calendar())
                .contains("\r\nUID:booking-" + id(order) + "@cavea.dev\r\n")
                .contains("row 2\\, seat 1");
    }

    private record Anybody(@Nullable Principal caller) implements SecurityContext {

        @Override
        public @Nullable Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
