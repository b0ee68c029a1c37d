/** Finds the best seats for a wish, and knows what a gap is. Must not know who may ask or when. */
@NullMarked
package dev.cavea.ledger.core.internal.best;

import org.jspecify.annotations.NullMarked;
