/** Plans on disk and in memory, uploaded and downloaded. */
@NullMarked
package dev.cavea.platform.catalogue.internal.plans;

import org.jspecify.annotations.NullMarked;
