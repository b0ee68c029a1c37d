/** The addresses under which a seat map is read and watched. Must not know how it changes. */
@NullMarked
package dev.cavea.platform.live.internal.http;

import org.jspecify.annotations.NullMarked;
