/** Sessions and their two tokens: a short-lived one to present, and a rotating one to renew it. */
@NullMarked
package dev.cavea.platform.accounts.internal.sessions;

import org.jspecify.annotations.NullMarked;
