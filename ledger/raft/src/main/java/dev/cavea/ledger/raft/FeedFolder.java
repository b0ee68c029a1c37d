package dev.cavea.ledger.raft;

import dev.cavea.ledger.raft.FeedFiles.Hole;
import dev.cavea.ledger.wire.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the feed's folder contains at start: files by their first position, and holes. */
final class FeedFolder {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFolder.class);

    private final Path folder;
    private final TreeMap<Long, Path> paths = new TreeMap<>();
    private final TreeMap<Long, Hole> holes = new TreeMap<>();

    private FeedFolder(Path folder) {
        this.folder = folder;
    }

    static FeedFolder list(Path folder) throws IOException {
        FeedFolder found = new FeedFolder(folder);
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.toList()) {
                found.add(path, path.getFileName().toString());
            }
        }
        return found;
    }

    private void add(Path path, String name) throws IOException {
        if (name.matches("feed-\\d{19}")) {
            paths.put(Long.parseLong(name.substring(5)), path);
        } else if (name.matches("hole-\\d{19}-\\d{19}")) {
            long from = Long.parseLong(name.substring(5, 24));
            holes.put(from, new Hole(from, Long.parseLong(name.substring(25))));
        } else if (name.endsWith(".part")) {
            Files.delete(path);
        }
    }

    /** Forgets everything that begins after the position; a hole may be cut short. */
    void dropAfter(long position) throws IOException {
        for (Path path : paths.tailMap(position, false).values()) {
            Files.delete(path);
        }
        paths.tailMap(position, false).clear();
        for (Hole hole : List.copyOf(holes.values())) {
            if (hole.to() > position) {
                replace(hole, position);
            }
        }
    }

    private void replace(Hole hole, long lastMissing) throws IOException {
        holes.remove(hole.from());
        if (hole.from() <= lastMissing) {
            Hole shorter = new Hole(hole.from(), lastMissing);
            Files.createFile(shorter.marker(folder));
            holes.put(shorter.from(), shorter);
        }
        Files.delete(hole.marker(folder));
    }

    /** Opens all files that are followed by another one or a hole; returns the holes. */
    List<Hole> open(NavigableMap<Long, FeedFile> files) throws IOException {
        TreeMap<Long, Path> beforeLast = new TreeMap<>(paths);
        beforeLast.pollLastEntry();
        for (Map.Entry<Long, Path> each : beforeLast.entrySet()) {
            long first = each.getKey();
            if (holes.containsKey(first)) {
                // A piece went into the hole, but the hole was not yet made smaller.
                Files.delete(each.getValue());
                continue;
            }
            long next = paths.higherKey(first);
            Long hole = holes.higherKey(first);
            files.put(
                    first,
                    FeedFile.openWhole(
                            each.getValue(), first, hole == null ? next : Math.min(hole, next)));
        }
        return new ArrayList<>(holes.values());
    }

    /** Opens the last file up to the position, and returns the position that comes next in it. */
    long openLast(NavigableMap<Long, FeedFile> files, long position) throws IOException {
        Map.Entry<Long, Path> last = paths.lastEntry();
        long start = holes.isEmpty() ? 1 : holes.lastEntry().getValue().to() + 1;
        if (last == null) {
            return start;
        }
        long first = last.getKey();
        try {
            FeedFile file = FeedFile.open(last.getValue(), first, position);
            if (file.next() > first) {
                files.put(first, file);
                return Math.max(start, file.next());
            }
            file.close();
        } catch (WireException e) {
            LOG.warn("{} is unusable and is written anew", last.getValue(), e);
        }
        Files.delete(last.getValue());
        return Math.max(start, first);
    }
}
