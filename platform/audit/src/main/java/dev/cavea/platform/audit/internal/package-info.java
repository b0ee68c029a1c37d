/** How entries are kept, and for how long. */
@NullMarked
package dev.cavea.platform.audit.internal;

import org.jspecify.annotations.NullMarked;
