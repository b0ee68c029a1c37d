/** Ids, money, time: the words that all modules share. Knows nothing else. */
@NullMarked
package dev.cavea.platform.kernel;

import org.jspecify.annotations.NullMarked;
