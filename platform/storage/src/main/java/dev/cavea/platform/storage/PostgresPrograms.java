package dev.cavea.platform.storage;

import dev.cavea.platform.storage.StorageFailure.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs and reads what they say if they fail. */
final class PostgresPrograms {

    private final Path folder;
    private final Path home;
    private final Unprivileged unprivileged = Unprivileged.find();

    private PostgresPrograms(Path folder, Path home) {
        this.folder = folder;
        this.home = home;
    }

    static PostgresPrograms unpackInto(Path folder) throws IOException {
        return new PostgresPrograms(folder, PostgresBinaries.unpackInto(folder));
    }

    void ownFolder() throws IOException {
        unprivileged.own(folder);
    }

    /** Waits for the program's end; throws {@link StorageFailure} unless it succeeded. */
    void run(String program, String... arguments) throws IOException {
        Process process = builder(program, List.of(arguments)).start();
        process.getOutputStream().close();
        byte[] said = process.getInputStream().readAllBytes();
        try {
            if (process.waitFor() != 0) {
                throw failed(program + " failed", new String(said, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + program + " ran", e);
        }
    }

    /** Starts the program and lets it run, with its output going to the file. */
    Process start(Path log, String program, List<String> arguments) throws IOException {
        return builder(program, arguments).redirectOutput(log.toFile()).start();
    }

    StorageFailure failed(String what, String said) {
        if (said.contains("No space left on device")) {
            return new StorageFailure(
                    Code.DISK_FULL, "the disk is full: PostgreSQL has no space left in " + folder);
        }
        if (said.contains("has wrong ownership") || said.contains("ermission denied")) {
            return new StorageFailure(
                    Code.WRONG_OWNER,
                    "files in "
                            + folder
                            + " belong to another user: run Cavea as that user, or chown them");
        }
        String reason =
                said.lines()
                        .filter(line -> line.contains("FATAL") || line.contains("rror"))
                        .findFirst()
                        .orElse(said.strip());
        return new StorageFailure(Code.SERVER_DIED, what + ": " + reason);
    }

    private ProcessBuilder builder(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return new ProcessBuilder(unprivileged.command(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
    }
}
