/** What buyers are told by mail: written down with what makes it true, sent afterwards. */
@NullMarked
package dev.cavea.platform.booking.internal.mail;

import org.jspecify.annotations.NullMarked;
