/** A payment provider that moves no money, for trying everything that a real one does to us. */
@NullMarked
package dev.cavea.platform.payments.internal.sandbox;

import org.jspecify.annotations.NullMarked;
