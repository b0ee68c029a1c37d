/** Ids, money, time: the terms that all modules share. Knows nothing else. */
@NullMarked
package dev.cavea.platform.kernel;

import org.jspecify.annotations.NullMarked;
