/** One house as people see it: states, versions, deltas and their bytes. Must not know HTTP. */
@NullMarked
package dev.cavea.platform.live.internal.house;

import org.jspecify.annotations.NullMarked;
