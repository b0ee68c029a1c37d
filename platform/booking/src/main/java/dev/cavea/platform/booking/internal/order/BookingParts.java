package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.BookingSettings;

/** What the saga is made of. */
record BookingParts(Saling saling, Paying paying, BookingSettings settings) {}
