package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.payments.Payments;
import dev.cavea.platform.tickets.Tickets;
import java.time.Clock;

/** What a booking needs on the side of money and paper. */
record Paying(Payments payments, Tickets tickets, Mailer mailer, Ids ids, Clock clock) {}
