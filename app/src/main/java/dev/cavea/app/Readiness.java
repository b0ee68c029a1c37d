package dev.cavea.app;

import jakarta.inject.Singleton;

/** Whether the start, warm-up included, is over. */
@Singleton
public final class Readiness {

    private volatile boolean ready;

    void ready() {
        ready = true;
    }

    boolean isReady() {
        return ready;
    }
}
