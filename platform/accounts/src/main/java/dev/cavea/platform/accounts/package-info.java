/** People, roles, sessions, tokens. Must not know seats. */
@NullMarked
package dev.cavea.platform.accounts;

import org.jspecify.annotations.NullMarked;
