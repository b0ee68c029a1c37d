package dev.cavea.ledger.raft;

import dev.cavea.ledger.core.EventSink;
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.wire.FeedRecords;
import dev.cavea.ledger.wire.WireException;
import dev.cavea.ledger.wire.WireOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This member's feed on disk. Appended while the log is applied, so what is in it is committed and
 * never taken back; on disk for sure only before a snapshot is published, because what a crash takes
 * away the log writes again, byte for byte.
 */
final class FeedFiles implements EventSink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFiles.class);
    private static final String PREFIX = "feed-";

    private final Path folder;
    private final long fileBytes;
    private final Runnable published;
    private final ConcurrentSkipListMap<Long, FeedFile> files = new ConcurrentSkipListMap<>();
    private final WireOut pending = new WireOut(1 << 16);
    private @Nullable FeedFile current;
    private long next = 1;

    /** A stretch of positions, both ends included. */
    record Hole(long from, long to) {}

    FeedFiles(Path folder, long fileBytes, Runnable published) throws IOException {
        this.folder = folder;
        this.fileBytes = fileBytes;
        this.published = published;
        Files.createDirectories(folder);
    }

    /** The state stands after this position: what follows is cut off, and comes again. */
    synchronized void resumeAfter(long position) throws IOException {
        closeAll();
        pending.moveTo(0);
        current = null;
        next = position + 1;
        for (Path path : listed()) {
            long first = Long.parseLong(path.getFileName().toString().substring(PREFIX.length()));
            if (first > position) {
                Files.delete(path);
            } else {
                open(path, first, position);
            }
        }
        var last = files.lastEntry();
        if (last != null && last.getValue().next() == next) {
            current = last.getValue();
        }
        for (Hole hole : holes()) {
            LOG.warn("the feed lacks positions {} to {}", hole.from, hole.to);
        }
    }

    private List<Path> listed() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path path : all.sorted().toList()) {
                String name = path.getFileName().toString();
                if (name.matches(PREFIX + "\\d{19}")) {
                    found.add(path);
                } else if (name.endsWith(".part")) {
                    Files.delete(path);
                }
            }
            return found;
        }
    }

    private void open(Path path, long first, long position) throws IOException {
        try {
            FeedFile file = FeedFile.open(path, first, position);
            if (file.next() == first) {
                file.close();
                Files.delete(path);
            } else {
                files.put(first, file);
            }
        } catch (WireException e) {
            LOG.warn("{} is of no use and is written anew: {}", path, e.getMessage());
            Files.delete(path);
        }
    }

    /** What is missing below the position that comes next, from the front. */
    List<Hole> holes() {
        List<Hole> holes = new ArrayList<>();
        long expected = 1;
        for (FeedFile file : files.values()) {
            if (file.first > expected) {
                holes.add(new Hole(expected, file.first - 1));
            }
            expected = file.next();
        }
        if (current == null && next > expected) {
            holes.add(new Hole(expected, next - 1));
        }
        return holes;
    }

    @Override
    public void accept(long position, long logTimeMillis, Event event) {
        if (position != next) {
            throw new IllegalStateException(
                    "the feed's position %d where %d follows".formatted(position, next));
        }
        FeedRecords.append(pending, position, logTimeMillis, event);
        next++;
    }

    /** After each pack: readers see it. */
    void flush() {
        if (pending.size() == 0) {
            return;
        }
        try {
            write();
        } catch (IOException e) {
            throw new UncheckedIOException("the feed cannot be written in " + folder, e);
        }
        published.run();
    }

    private synchronized void write() throws IOException {
        FeedFile file = current;
        if (file == null || file.bytes() >= fileBytes) {
            if (file != null) {
                file.force();
            }
            long first = FeedRecords.position(pending.array(), 0);
            file = FeedFile.create(FeedFile.named(folder, first), first);
            files.put(first, file);
            current = file;
        }
        file.append(pending.array(), pending.size(), next);
        pending.moveTo(0);
    }

    /** What was flushed is on disk. Any thread. */
    synchronized void force() throws IOException {
        if (current != null) {
            current.force();
        }
    }

    /** Whole records from the position on, or null when they are not there (yet). */
    byte @Nullable [] read(long from, int maxBytes) throws IOException {
        var entry = files.floorEntry(from);
        if (entry == null || from >= entry.getValue().next()) {
            return null;
        }
        return entry.getValue().read(from, maxBytes);
    }

    /** Puts a piece into a hole; its records begin at the position and follow without a gap. */
    synchronized void fill(long first, byte[] records, long nextPosition) throws IOException {
        Path part = folder.resolve(PREFIX + first + ".part");
        try (FeedFile file = FeedFile.create(part, first)) {
            file.append(records, records.length, nextPosition);
            file.force();
        }
        Path path = FeedFile.named(folder, first);
        Files.move(part, path);
        files.put(first, FeedFile.open(path, first, nextPosition - 1));
        published.run();
    }

    private void closeAll() throws IOException {
        for (FeedFile file : files.values()) {
            file.close();
        }
        files.clear();
    }

    @Override
    public synchronized void close() throws IOException {
        force();
        closeAll();
    }
}
