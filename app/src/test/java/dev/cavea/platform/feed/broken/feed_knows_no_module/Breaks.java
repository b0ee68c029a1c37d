package dev.cavea.platform.feed.broken.feed_knows_no_module;

import dev.cavea.platform.booking.HoldName;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(HoldName forbidden) {}
