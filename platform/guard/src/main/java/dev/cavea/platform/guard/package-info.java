/** Rate limits. Must not know prices. */
@NullMarked
package dev.cavea.platform.guard;

import org.jspecify.annotations.NullMarked;
