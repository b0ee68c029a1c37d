package dev.cavea.platform.booking.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.booking.GridPlan;
import dev.cavea.platform.booking.HoldName;
import dev.cavea.platform.booking.ShareLimits;
import dev.cavea.platform.booking.internal.hold.NetworkShares.Claim;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.Occasion;
import dev.cavea.platform.catalogue.PriceVersion;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.testing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkSharesTest {

    private static final String HOME = "192.0.2.7";

    private final SteppedClock clock = new SteppedClock();
    private final NetworkShares shares = new NetworkShares(new ShareLimits(20), clock);

    /**
     * @param most its own limit
     */
    private static EventOnSale event(long id, @Nullable Integer most) {
        GridPlan plan = new GridPlan(2, 2);
        Rules rules = new Rules(10, 10, 600_000, 1, false, 0, List.of());
        Occasion occasion = Occasion.of("Medea", Instant.EPOCH);
        PriceVersion prices = new PriceVersion(0, List.of(), List.of());
        return new EventOnSale(id, 7, occasion, false, plan, prices, List.of(), rules, most);
    }

    private static HoldName name(int id) {
        return new HoldName(1, new HoldId(0, id));
    }

    private void hold(int id, int seats) {
        shares.granted(shares.take(HOME, event(1, null), seats), name(id));
    }

    private Problem refused(String network, long event, int seats) {
        return catchThrowableOfType(
                Problem.class, () -> shares.take(network, event(event, null), seats));
    }

    @Test
    void aNetworkHoldsOnlySoManySeatsOfAnEventWhoeverItsGuestsAre() {
        hold(1, 10);
        hold(2, 10);

        Problem problem = refused(HOME, 1, 1);

        assertThat(problem.slug()).isEqualTo("limit-exceeded");
        assertThat(problem.document()).containsEntry("scope", "network").containsEntry("held", 20);
        assertThat(refused(HOME, 2, 10)).isNull();
        assertThat(refused("192.0.2.8", 1, 10)).isNull();
        assertThat(refused(null, 1, 50)).isNull();
    }

    @Test
    void seatsThatAreBoughtOrLetGoCountNoMore() {
        hold(1, 10);
        hold(2, 10);
        shares.ended(name(1), true);
        shares.ended(name(2), false);

        hold(3, 20);
        assertThat(refused(HOME, 1, 1)).isNotNull();
    }

    @Test
    void whatWasRefusedIsNotCounted() {
        Claim claim = shares.take(HOME, event(1, null), 20);
        shares.refused(claim);

        assertThat(refused(HOME, 1, 20)).isNull();
    }

    @Test
    void aHoldThatIsFoundAgainCountsOnce() {
        hold(1, 10);
        hold(1, 10);

        assertThat(refused(HOME, 1, 10)).isNull();
    }

    @Test
    void whoeverLetsSeatsGoAgainAndAgainWaits() {
        for (int i = 0; i < 6; i++) {
            hold(i, 20);
            shares.ended(name(i), false);
        }

        Problem problem = refused(HOME, 1, 1);

        assertThat(problem.slug()).isEqualTo("rate-limited");
        assertThat(problem.headers()).containsKey("Retry-After");
        long seconds = Long.parseLong(problem.headers().get("Retry-After"));
        clock.forward(Duration.ofSeconds(seconds));
        assertThat(refused(HOME, 1, 1)).isNull();
    }

    @Test
    void buyingManyIsNoReasonToWait() {
        for (int i = 0; i < 50; i++) {
            hold(i, 20);
            shares.ended(name(i), true);
        }

        assertThat(refused(HOME, 1, 20)).isNull();
    }

    @Test
    void zeroMeansNoLimit() {
        NetworkShares open = new NetworkShares(new ShareLimits(0), clock);

        assertThat(open.take(HOME, event(1, null), 1_000)).isNull();
    }

    @Test
    void anEventsOwnLimitHoldsInPlaceOfTheServers() {
        assertThat(shares.take(HOME, event(1, 50), 50)).isNotNull();
        Problem problem =
                catchThrowableOfType(Problem.class, () -> shares.take(HOME, event(1, 50), 1));
        assertThat(problem.document()).containsEntry("limit", 50).containsEntry("held", 50);

        assertThat(shares.take(HOME, event(2, 0), 1_000)).isNull();
        NetworkShares open = new NetworkShares(new ShareLimits(0), clock);
        assertThat(open.take(HOME, event(3, 4), 4)).isNotNull();
        assertThatThrownBy(() -> open.take(HOME, event(3, 4), 1)).isInstanceOf(Problem.class);
    }
}
