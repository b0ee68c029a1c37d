package dev.cavea.platform.kernel;

import java.util.List;

/** What an operator must know of a part, each in a line; from memory, for health asks often. */
@FunctionalInterface
public interface Troubles {

    /** Empty when all is well. */
    List<String> list();
}
