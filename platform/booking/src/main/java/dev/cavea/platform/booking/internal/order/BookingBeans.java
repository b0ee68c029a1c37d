package dev.cavea.platform.booking.internal.order;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.platform.booking.BookingSettings;
import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.internal.reconcile.SaleLog;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.chores.Asked;
import dev.cavea.platform.feed.FeedTail;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Troubles;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * What books and is not made of its constructor alone. The parts need a {@link Jdbi}, a {@link
 * Clock}, {@link Ids}, a {@link LedgerClient}, a {@link Catalogue} and a {@link Mailer} from the
 * application.
 */
@Singleton
public class BookingBeans {

    static final String CALLED_OFF = "called-off";
    private static final Duration CALLED_OFF_AGAIN = Duration.ofSeconds(15);

    @Produces
    @Singleton
    BookingSettings settings() {
        return BookingSettings.standard();
    }

    @Produces
    @Singleton
    FeedTail sales(LedgerFeed feed, Jdbi database) {
        SaleLog log = new SaleLog(database);
        return new FeedTail("sales", feed, log::position, log::accept);
    }

    void stopped(@Disposes FeedTail sales) {
        sales.close();
    }

    @Produces
    @Singleton
    Asked calledOff(CalledOff calledOff) {
        return new Asked(CALLED_OFF, CALLED_OFF_AGAIN, calledOff::giveBack);
    }

    @Produces
    @Singleton
    Troubles failing(Saga saga) {
        return saga.due();
    }
}
