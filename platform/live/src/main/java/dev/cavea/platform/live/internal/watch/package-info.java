/** Who watches a house and how changes reach them all. Must not know how a house changes. */
@NullMarked
package dev.cavea.platform.live.internal.watch;

import org.jspecify.annotations.NullMarked;
