/** Plans made from a few numbers: grid, theatre, arena, stadium. */
@NullMarked
package dev.cavea.platform.catalogue.internal.generate;

import org.jspecify.annotations.NullMarked;
