/** The made-up programme, put into an empty catalogue once. */
@NullMarked
package dev.cavea.demo.internal.programme;

import org.jspecify.annotations.NullMarked;
