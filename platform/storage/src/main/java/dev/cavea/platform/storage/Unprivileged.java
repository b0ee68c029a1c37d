package dev.cavea.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are started: never as root, which they refuse, and in a separate
 * session, so that Ctrl-C at a terminal reaches only us and we stop them in turn.
 */
final class Unprivileged {

    private static final String NOBODY = "65534";

    /** Who PostgreSQL runs as. */
    private enum Way {
        /** We are an ordinary user: as ourselves. */
        SAME_USER,
        /** We are root: as root of files, but nobody within a user namespace. */
        NAMESPACE,
        /** We are root and may not make a namespace: as nobody, who then owns the files. */
        NOBODY_USER
    }

    private final Way way;
    private final boolean sessions = exists("/usr/bin/setsid");

    private Unprivileged(Way way) {
        this.way = way;
    }

    static Unprivileged find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(Way.SAME_USER);
        }
        return new Unprivileged(namespacesWork() ? Way.NAMESPACE : Way.NOBODY_USER);
    }

    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>();
        if (sessions) {
            command.add("setsid");
        }
        command.addAll(
                switch (way) {
                    case SAME_USER -> List.of();
                    case NAMESPACE -> List.of("unshare", "-U");
                    case NOBODY_USER ->
                            List.of(
                                    "setpriv",
                                    "--reuid",
                                    NOBODY,
                                    "--regid",
                                    NOBODY,
                                    "--clear-groups");
                });
        command.addAll(program);
        return command;
    }

    /** Gives the files to the user that will run PostgreSQL. */
    void own(Path... roots) throws IOException {
        if (way != Way.NOBODY_USER) {
            return;
        }
        for (Path root : roots) {
            UserPrincipal nobody =
                    root.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("nobody");
            try (var paths = Files.walk(root)) {
                for (Path path : paths.toList()) {
                    view(path).setOwner(nobody);
                }
            }
        }
    }

    private static PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(
                path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean namespacesWork() {
        try {
            Process probe = new ProcessBuilder("unshare", "-U", "true").start();
            return probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean exists(String program) {
        return Files.isExecutable(Path.of(program));
    }
}
