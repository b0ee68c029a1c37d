/** Where events take place. */
@NullMarked
package dev.cavea.platform.catalogue.internal.venues;

import org.jspecify.annotations.NullMarked;
