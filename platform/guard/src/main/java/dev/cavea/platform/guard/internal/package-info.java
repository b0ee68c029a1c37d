/** How the application gets its limits. */
@NullMarked
package dev.cavea.platform.guard.internal;

import org.jspecify.annotations.NullMarked;
