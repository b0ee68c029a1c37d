package dev.cavea.ledger.raft;

import java.lang.Thread.UncaughtExceptionHandler;
import org.apache.ratis.util.ExitUtils;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the engine from ending the process. Left alone it does so when its port is taken, and it
 * installs a handler by which an uncaught exception in any thread of the program ends the program.
 */
final class EngineExits {

    private static volatile boolean engineThreadDied;

    private EngineExits() {}

    /** To be called before the engine is first touched; harmless afterwards. */
    static synchronized void disarm() {
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        ExitUtils.disableSystemExit();
        ExitUtils.setTerminateOnUncaughtException(false);
        ExitUtils.clear();
        engineThreadDied = false;
        if (!(before instanceof Handler)) {
            Thread.setDefaultUncaughtExceptionHandler(new Handler(before));
        }
    }

    /** Whether the engine wanted to end the process, or one of its threads died, since then. */
    static boolean wanted() {
        return ExitUtils.isTerminated() || engineThreadDied;
    }

    private record Handler(@Nullable UncaughtExceptionHandler before)
            implements UncaughtExceptionHandler {

        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
            if (thread.getName().contains("@group-")) {
                engineThreadDied = true;
            }
            if (before != null) {
                before.uncaughtException(thread, failure);
            } else {
                System.err.println("Exception in thread \"" + thread.getName() + "\" " + failure);
                failure.printStackTrace();
            }
        }
    }
}
