/** Where providers send their messages. */
@NullMarked
package dev.cavea.platform.payments.internal.webhook;

import org.jspecify.annotations.NullMarked;
