/**
 * PostgreSQL: embedded or external, migrations, and how far each feed consumer has come. Knows no
 * module's tables.
 */
@NullMarked
package dev.cavea.platform.storage;

import org.jspecify.annotations.NullMarked;
