/** Reading what people sent, member by member, with every mistake told and its place. */
@NullMarked
package dev.cavea.platform.catalogue.internal.fields;

import org.jspecify.annotations.NullMarked;
