/**
 * Work that must be done even if this process ends, and once among several: on PostgreSQL, with
 * db-scheduler. Knows no module; each brings its chores as beans.
 */
@NullMarked
package dev.cavea.platform.chores;

import org.jspecify.annotations.NullMarked;
