/** Passwords: which are good enough, how they are hashed, and slowing down wrong ones. */
@NullMarked
package dev.cavea.platform.accounts.internal.passwords;

import org.jspecify.annotations.NullMarked;
