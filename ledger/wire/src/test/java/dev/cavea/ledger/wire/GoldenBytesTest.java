package dev.cavea.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Pins the layouts of version 1 forever. If this fails, people's existing logs and snapshots can no
 * longer be read: make a new version instead, and keep reading the old one.
 */
final class GoldenBytesTest {

    private static final String FILE = "golden-v1.txt";

    @Test
    void version1IsWrittenAsItAlwaysWas() throws IOException {
        assertThat(String.join("\n", lines(written()))).isEqualTo(stored());
    }

    @Test
    void version1IsReadAsItAlwaysWas() throws IOException {
        Map<String, byte[]> golden = new LinkedHashMap<>();
        for (String line : stored().lines().toList()) {
            int space = line.indexOf(' ');
            golden.put(
                    line.substring(0, space), HexFormat.of().parseHex(line.substring(space + 1)));
        }
        for (Command command : Samples.COMMANDS) {
            WireIn in = new WireIn(golden.get(command.getClass().getSimpleName()));
            assertThat(Commands.read(in)).isEqualTo(command);
            in.expectEnd();
        }
        for (Event event : Samples.EVENTS) {
            WireIn in = new WireIn(golden.get(event.getClass().getSimpleName()));
            assertThat(Events.read(in)).isEqualTo(event);
            in.expectEnd();
        }
        assertThat(Pack.read(golden.get("pack")).commands()).isEqualTo(Samples.COMMANDS);
        assertThat(AnswerPack.read(golden.get("answers")).answers()).isEqualTo(Samples.ANSWERS);
    }

    private static Map<String, byte[]> written() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (Command command : Samples.COMMANDS) {
            put(all, command.getClass(), out -> Commands.write(out, command));
        }
        for (Event event : Samples.EVENTS) {
            put(all, event.getClass(), out -> Events.write(out, event));
        }
        int i = 0;
        for (Answer answer : Samples.ANSWERS) {
            all.put("answer" + i++, bytes(out -> Answers.write(out, answer)));
        }
        PackWriter writer = new PackWriter(1 << 16);
        Samples.COMMANDS.forEach(writer::add);
        all.put("pack", Pack.stamped(writer.finish(91, 92, 93), 94));
        all.put("open", Pack.openSession());
        all.put("tick", Pack.tick());
        all.put("answers", answerPack().toBytes());
        all.put("feedFile", FeedRecords.fileHeader(95));
        all.put("feedRecord", bytes(out -> FeedRecords.append(out, 96, 97, event())));
        all.put("feedChunk", FeedRecords.chunk(all.get("feedRecord")));
        all.put("image", Samples.IMAGE.toBytes());
        all.put("askImage", new Question.AskImage().toBytes());
        all.put("askFeed", new Question.AskFeed(98, 99, 100).toBytes());
        all.put("snapshotHead", bytes(out -> SnapshotWords.write(out, Samples.HEAD)));
        all.put("snapshotHouse", bytes(out -> SnapshotWords.write(out, Samples.HOUSE)));
        return all;
    }

    private static Event event() {
        return Samples.EVENTS.get(2);
    }

    private static AnswerPack answerPack() {
        return new AnswerPack(AnswerPack.Outcome.DECIDED, 91, 94, Samples.ANSWERS);
    }

    private static void put(Map<String, byte[]> all, Class<?> type, Consumer<WireOut> write) {
        all.put(type.getSimpleName(), bytes(write));
    }

    private static byte[] bytes(Consumer<WireOut> write) {
        WireOut out = new WireOut(16);
        write.accept(out);
        return out.toBytes();
    }

    private static List<String> lines(Map<String, byte[]> all) {
        return all.entrySet().stream()
                .map(each -> each.getKey() + " " + HexFormat.of().formatHex(each.getValue()))
                .toList();
    }

    private static String stored() throws IOException {
        try (InputStream in = GoldenBytesTest.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        }
    }
}
