package dev.cavea.platform.live.internal.http;

import org.jspecify.annotations.Nullable;

/** The version of a seat map as an entity tag: the three forms are three sequences of bytes. */
enum EntityTags {
    PLAIN(""),
    GZIP("-gzip"),
    COMPACT("-compact");

    private final String end;

    EntityTags(String end) {
        this.end = end;
    }

    String of(long version) {
        return "\"" + version + end + "\"";
    }

    /**
     * Whether the client already has this version, by its {@code If-None-Match}: whoever names the
     * version alone has it, in whichever form.
     */
    boolean matches(@Nullable String ifNoneMatch, long version) {
        if (ifNoneMatch == null) {
            return false;
        }
        String wanted = of(version);
        for (String part : ifNoneMatch.split(",", -1)) {
            String given = part.strip();
            String tag = given.startsWith("W/") ? given.substring(2) : given;
            if (given.equals("*") || tag.equals(wanted) || tag.equals(PLAIN.of(version))) {
                return true;
            }
        }
        return false;
    }
}
