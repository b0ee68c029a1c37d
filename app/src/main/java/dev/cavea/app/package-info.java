/** The composition root: configuration, roles, main. Decides nothing else. */
@NullMarked
package dev.cavea.app;

import org.jspecify.annotations.NullMarked;
