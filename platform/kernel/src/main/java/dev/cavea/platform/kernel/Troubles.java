package dev.cavea.platform.kernel;

import java.util.List;

/**
 * What an operator must know about a part, one line each; from memory, because health asks often.
 */
@FunctionalInterface
public interface Troubles {

    /** Empty when all is well. */
    List<String> list();
}
