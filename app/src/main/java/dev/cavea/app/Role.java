package dev.cavea.app;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a process does. By default one does everything. */
enum Role {
    /** HTTP, pages, live maps. */
    GATEWAY,
    /** A member of the ledger in this process. */
    LEDGER,
    /** The jobs that finish sales. */
    BOOKING;

    static Set<Role> parse(String text) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : text.split(",", -1)) {
            roles.add(named(name.strip()));
        }
        return roles;
    }

    private static Role named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new StartFailure(
                                        "there is no role '%s': --roles takes a list of %s"
                                                .formatted(name, words())));
    }

    private static String words() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
