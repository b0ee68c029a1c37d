/** Passwords: which are good enough, how they are hashed, and who tries too many. */
@NullMarked
package dev.cavea.platform.accounts.internal.passwords;

import org.jspecify.annotations.NullMarked;
