package dev.cavea.platform.edge;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whom a route lets in. Every JAX-RS method and every {@link RawRoute} declares it; it is checked
 * before any of the body is read. A route that declares nothing fails the tests, and refuses
 * everyone.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Access {

    Level value();

    /** One of these roles is needed; administrators have them all. None means any role. */
    String[] roles() default {};

    /**
     * Of an {@link Level#OWNER} route that only shows something: whoever has the thing's key, from
     * a link in a letter, is let in without a token. The key is the parameter {@code key}; the
     * route itself looks whether it fits, and must not take anybody else for the owner.
     */
    boolean orKey() default false;

    /** How much must be known about the caller. */
    enum Level {
        /** Anyone, even without a token. */
        PUBLIC,

        /** Anyone with a valid token, including guests. */
        CALLER,

        /**
         * As CALLER, and what the path names belongs to the caller. The route itself checks that,
         * because it knows the owner; the tests try every such route with a stranger's token.
         */
        OWNER
    }
}
