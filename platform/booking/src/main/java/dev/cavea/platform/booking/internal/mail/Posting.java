package dev.cavea.platform.booking.internal.mail;

import dev.cavea.platform.booking.Mailer;

/** How letters leave, and what goes with them. */
public record Posting(Mailer mailer, Enclosures enclosures) {}
