package dev.cavea.platform.live.internal.watch;

import dev.cavea.platform.live.internal.house.Delta;
import dev.cavea.platform.live.internal.house.LiveHouse;
import dev.cavea.platform.live.internal.house.SeatMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers the last message of each kind: nearly all watchers of a pass need the same one. */
final class LaneFrames implements Watcher.Frames {

    private final Function<Delta, String> words;
    private long sinceVersion = Watcher.NOTHING;
    private @Nullable SeatMap sincePublished;
    private @Nullable List<Delta> since;
    private @Nullable SeatMap snapshot;
    private Buffer snapshotFrame = Buffer.buffer();
    private @Nullable List<Delta> binaryOf;
    private List<Buffer> binary = List.of();
    private @Nullable List<Delta> textOf;
    private List<Buffer> text = List.of();

    /**
     * @param words a delta as JSON
     */
    LaneFrames(Function<Delta, String> words) {
        this.words = words;
    }

    @Nullable List<Delta> since(LiveHouse house, long version) {
        SeatMap published = house.published();
        if (version != sinceVersion || published != sincePublished) {
            since = house.since(version);
            sinceVersion = version;
            sincePublished = published;
        }
        return since;
    }

    @Override
    public Buffer binary(SeatMap map) {
        if (snapshot != map) {
            snapshotFrame = SharedBytes.wrap(map.bytes());
            snapshot = map;
        }
        return snapshotFrame;
    }

    @Override
    public List<Buffer> binary(List<Delta> deltas) {
        if (binaryOf != deltas) {
            binary = deltas.stream().map(delta -> SharedBytes.wrap(delta.bytes())).toList();
            binaryOf = deltas;
        }
        return binary;
    }

    @Override
    public List<Buffer> text(List<Delta> deltas) {
        if (textOf != deltas) {
            text = deltas.stream().map(this::event).toList();
            textOf = deltas;
        }
        return text;
    }

    private Buffer event(Delta delta) {
        String event = "event: delta\nid: " + delta.to() + "\ndata: " + delta.text(words) + "\n\n";
        return SharedBytes.wrap(event.getBytes(StandardCharsets.UTF_8));
    }
}
