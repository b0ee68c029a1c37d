/** Reads a request to hold, words it for the ledger, and words the ledger's answer for people. */
@NullMarked
package dev.cavea.platform.booking.internal.hold;

import org.jspecify.annotations.NullMarked;
