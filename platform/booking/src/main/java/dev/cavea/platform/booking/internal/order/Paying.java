package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.internal.mail.Posting;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.payments.Payments;
import dev.cavea.platform.tickets.Tickets;
import java.time.Clock;

/** What a booking needs on the side of money and paper. */
record Paying(Payments payments, Tickets tickets, Posting posting, Ids ids, Clock clock) {}
