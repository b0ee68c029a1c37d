/** Who did what, to what and from where. Knows acts and ids, and no rule of any module. */
@NullMarked
package dev.cavea.platform.audit;

import org.jspecify.annotations.NullMarked;
