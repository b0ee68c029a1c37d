/**
 * PostgreSQL: embedded or external, migrations, and where a feed consumer stands. Knows no table of
 * any module.
 */
@NullMarked
package dev.cavea.platform.storage;

import org.jspecify.annotations.NullMarked;
