/** Measures. Prints machine, command and figures; asserts nothing. */
@NullMarked
package dev.cavea.bench;

import org.jspecify.annotations.NullMarked;
