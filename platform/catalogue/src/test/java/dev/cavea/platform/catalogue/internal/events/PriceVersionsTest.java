package dev.cavea.platform.catalogue.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PriceVersionsTest {

    private final TestLedger ledger = TestLedger.start();
    private final Desk desk =
            new Desk(TestPostgres.freshDatabase("audit", "catalogue"), ledger.client());

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void knowsWhatItCostBeforeThePricesWereChanged() {
        EventRow event =
                desk.create(
                        "{'name': 'An evening', 'startsAt': '2099-01-01T19:00:00Z', 'plan':"
                                + " {'generate': {'kind': 'grid', 'rows': 10, 'seatsPerRow': 10}},"
                                + " 'prices': [{'zone': '*', 'amountMinor': 5000, 'currency':"
                                + " 'EUR'}], 'publish': true}");
        desk.change(event, "{'prices': [{'zone': '*', 'amountMinor': 7000, 'currency': 'EUR'}]}");
        desk.change(event, "{'name': 'Another evening'}");
        PublishedEvents elsewhere = new PublishedEvents(desk.rows, desk.plans);
        elsewhere.load();
        for (PublishedEvents known : List.of(desk.events, elsewhere)) {
            EventOnSale onSale = known.onSale(event.id());
            assertThat(onSale.prices().version()).isEqualTo(1);
            assertThat(onSale.zonePrices()).containsExactly(new Money(7000, "EUR"));
            assertThat(onSale.earlierPrices())
                    .singleElement()
                    .satisfies(
                            before -> {
                                assertThat(before.version()).isZero();
                                assertThat(before.zonePrices())
                                        .containsExactly(new Money(5000, "EUR"));
                            });
        }
    }
}
