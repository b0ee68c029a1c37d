/** Accounts: registering, signing in, roles. */
@NullMarked
package dev.cavea.platform.accounts.internal.people;

import org.jspecify.annotations.NullMarked;
