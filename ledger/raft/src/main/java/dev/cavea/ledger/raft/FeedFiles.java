package dev.cavea.ledger.raft;

import dev.cavea.ledger.core.EventSink;
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.wire.FeedRecords;
import dev.cavea.ledger.wire.WireOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This member's feed on disk. It grows as the log is applied, so what it contains is committed and
 * never taken back. It is forced to disk only before a snapshot is published, because whatever a
 * crash destroys is written again from the log, byte for byte.
 */
final class FeedFiles implements EventSink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFiles.class);
    private final Path folder;
    private final long fileBytes;
    private final Runnable published;
    private final ConcurrentSkipListMap<Long, FeedFile> files = new ConcurrentSkipListMap<>();
    private final WireOut pending = new WireOut(1 << 16);
    private final List<Hole> holes = new CopyOnWriteArrayList<>();
    private @Nullable FeedFile current;
    private long next = 1;

    /** A stretch of missing positions, both ends included; a file with its name marks it. */
    record Hole(long from, long to) {
        Path marker(Path folder) {
            return folder.resolve("hole-%019d-%019d".formatted(from, to));
        }
    }

    FeedFiles(Path folder, long fileBytes, Runnable published) throws IOException {
        this.folder = folder;
        this.fileBytes = fileBytes;
        this.published = published;
        Files.createDirectories(folder);
    }

    /** The state is as of this position: whatever follows is cut off, and will come again. */
    synchronized void resumeAfter(long position) throws IOException {
        closeAll();
        pending.moveTo(0);
        next = position + 1;
        FeedFolder found = FeedFolder.list(folder);
        found.dropAfter(position);
        holes.clear();
        holes.addAll(found.open(files));
        long end = found.openLast(files, position);
        var last = files.lastEntry();
        current = last != null && end == next ? last.getValue() : null;
        if (end < next) {
            addHole(new Hole(end, position));
        }
        for (Hole hole : holes) {
            LOG.warn("the feed lacks positions {} to {}", hole.from, hole.to);
        }
    }

    private void addHole(Hole hole) throws IOException {
        Files.createFile(hole.marker(folder));
        holes.add(hole);
    }

    /** What is missing below the position that comes next, from the front. */
    List<Hole> holes() {
        return List.copyOf(holes);
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

    /** After each pack: makes it visible to readers. */
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

    /** Forces what was flushed to disk. Any thread. */
    synchronized void force() throws IOException {
        if (current != null) {
            current.force();
        }
    }

    /** Whole records from the position on, or null if they are not there (yet). */
    byte @Nullable [] read(long from, int maxBytes) throws IOException {
        var entry = files.floorEntry(from);
        if (entry == null || from >= entry.getValue().next()) {
            return null;
        }
        return entry.getValue().read(from, maxBytes);
    }

    /** Fills a hole from its front with records that follow one another without a gap. */
    synchronized void fill(Hole hole, byte[] records, long nextPosition) throws IOException {
        Path part = folder.resolve("feed-" + hole.from + ".part");
        try (FeedFile file = FeedFile.create(part, hole.from)) {
            file.append(records, records.length, nextPosition);
            file.force();
        }
        Path path = FeedFile.named(folder, hole.from);
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        files.put(hole.from, FeedFile.openWhole(path, hole.from, nextPosition));
        holes.remove(hole);
        if (nextPosition <= hole.to) {
            addHole(new Hole(nextPosition, hole.to));
        }
        Files.delete(hole.marker(folder));
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
        current = null;
        closeAll();
    }
}
