/** Issues tickets and their signed codes. Must not know payments. */
@NullMarked
package dev.cavea.platform.tickets;

import org.jspecify.annotations.NullMarked;
