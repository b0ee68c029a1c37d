package dev.cavea.bench.http.load;

import java.nio.ByteBuffer;

/** What the connections say. Called on the generator's thread only. */
public interface Script {

    /** Puts the whole next request of a connection into the buffer. */
    void next(int connection, ByteBuffer request);

    /** True to be given the body of this answer; else it is read and dropped. */
    default boolean wantsBody(int connection, int status) {
        return false;
    }

    /**
     * @param body empty unless it was wanted
     */
    default void answered(int connection, int status, byte[] body) {}
}
