/** A payment provider that moves no money, for trying out everything a real one might do to us. */
@NullMarked
package dev.cavea.platform.payments.internal.sandbox;

import org.jspecify.annotations.NullMarked;
