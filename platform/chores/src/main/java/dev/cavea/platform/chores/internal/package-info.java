/** The chores of all modules, started and stopped with the server. */
@NullMarked
package dev.cavea.platform.chores.internal;

import org.jspecify.annotations.NullMarked;
