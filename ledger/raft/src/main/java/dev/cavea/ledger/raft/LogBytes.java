package dev.cavea.ledger.raft;

import java.io.File;
import java.nio.file.Path;

/** The space a folder takes on disk, as far as can be seen while files come and go. */
final class LogBytes {

    private LogBytes() {}

    static long under(Path folder) {
        File[] files = folder.toFile().listFiles();
        long bytes = 0;
        if (files != null) {
            for (File file : files) {
                bytes += file.isDirectory() ? under(file.toPath()) : file.length();
            }
        }
        return bytes;
    }
}
