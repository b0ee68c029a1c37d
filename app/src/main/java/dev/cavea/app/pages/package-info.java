/** Gives out the built pages, from memory. Must not know what they show. */
@NullMarked
package dev.cavea.app.pages;

import org.jspecify.annotations.NullMarked;
