/** Seat-map snapshots and deltas as they happen. Must not know business rules. */
@NullMarked
package dev.cavea.platform.live;

import org.jspecify.annotations.NullMarked;
