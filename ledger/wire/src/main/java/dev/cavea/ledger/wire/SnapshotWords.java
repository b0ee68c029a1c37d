package dev.cavea.ledger.wire;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.snapshot.HoldState;
import dev.cavea.ledger.core.snapshot.HouseState;
import dev.cavea.ledger.core.snapshot.SessionState;
import dev.cavea.ledger.core.snapshot.SnapshotHead;
import java.util.ArrayList;
import java.util.List;

/** The contents of a snapshot's blocks: sessions with their answers, houses with their holds. */
final class SnapshotWords {

    private static final int LEAST_SESSION_BYTES = 28;
    private static final int LEAST_PACK_BYTES = 12;
    private static final int AREA_BLOCK_BYTES = 12;
    private static final int LEAST_HOLD_BYTES = 66;

    private SnapshotWords() {}

    static void write(WireOut out, SnapshotHead head) {
        out.putLong(head.position());
        out.putLong(head.logTimeMillis());
        out.putLong(head.commandsApplied());
        out.putLong(head.lastSession());
        out.putInt(head.sessions().size());
        for (SessionState session : head.sessions()) {
            write(out, session);
        }
    }

    static SnapshotHead head(WireIn in) {
        long position = in.getLong();
        long logTimeMillis = in.getLong();
        long commandsApplied = in.getLong();
        long lastSession = in.getLong();
        int count = in.getCount(LEAST_SESSION_BYTES);
        List<SessionState> sessions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sessions.add(session(in));
        }
        return new SnapshotHead(position, logTimeMillis, commandsApplied, lastSession, sessions);
    }

    static void write(WireOut out, HouseState house) {
        out.putLong(house.house());
        out.putLong(house.version());
        out.putBoolean(house.closed());
        HouseWords.write(out, house.layout());
        HouseWords.write(out, house.rules());
        out.putInt(house.channels().length);
        out.putBytes(house.channels());
        out.putInt(house.areaBlocks().size());
        for (HouseState.AreaBlock block : house.areaBlocks()) {
            out.putInt(block.area());
            out.putInt(block.channel());
            out.putInt(block.quantity());
        }
        out.putInt(house.holds().size());
        for (HoldState hold : house.holds()) {
            write(out, hold);
        }
    }

    static HouseState house(WireIn in) {
        long house = in.getLong();
        long version = in.getLong();
        boolean closed = in.getBoolean();
        Layout layout = HouseWords.layout(in);
        Rules rules = HouseWords.rules(in);
        byte[] channels = in.getBytes(in.getCount(1));
        int blockCount = in.getCount(AREA_BLOCK_BYTES);
        List<HouseState.AreaBlock> blocks = new ArrayList<>(blockCount);
        for (int i = 0; i < blockCount; i++) {
            blocks.add(new HouseState.AreaBlock(in.getInt(), in.getInt(), in.getInt()));
        }
        int holdCount = in.getCount(LEAST_HOLD_BYTES);
        List<HoldState> holds = new ArrayList<>(holdCount);
        for (int i = 0; i < holdCount; i++) {
            holds.add(hold(in));
        }
        return new HouseState(house, version, closed, layout, rules, channels, blocks, holds);
    }

    private static void write(WireOut out, SessionState session) {
        out.putLong(session.session());
        out.putLong(session.heardAtMillis());
        out.putLong(session.confirmedBelow());
        out.putInt(session.packs().size());
        for (SessionState.PackState pack : session.packs()) {
            out.putLong(pack.pack());
            out.putInt(pack.answers().size());
            for (Answer answer : pack.answers()) {
                Answers.write(out, answer);
            }
        }
    }

    private static SessionState session(WireIn in) {
        long session = in.getLong();
        long heardAtMillis = in.getLong();
        long confirmedBelow = in.getLong();
        int count = in.getCount(LEAST_PACK_BYTES);
        List<SessionState.PackState> packs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            packs.add(pack(in));
        }
        return new SessionState(session, heardAtMillis, confirmedBelow, packs);
    }

    private static SessionState.PackState pack(WireIn in) {
        long number = in.getLong();
        int count = in.getCount(Answers.LEAST_BYTES);
        List<Answer> answers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            answers.add(Answers.read(in));
        }
        return new SessionState.PackState(number, answers);
    }

    private static void write(WireOut out, HoldState hold) {
        Words.write(out, hold.id());
        out.putLong(hold.ordinal());
        out.putLong(hold.buyer());
        out.putInt(hold.channel());
        out.putBoolean(hold.sold());
        Words.write(out, hold.places());
        out.putInt(hold.fromBlock());
        out.putLong(hold.endMillis());
        out.putLong(hold.pinnedUntilMillis());
        out.putInt(hold.extensions());
    }

    private static HoldState hold(WireIn in) {
        HoldId id = Words.holdId(in);
        long ordinal = in.getLong();
        long buyer = in.getLong();
        int channel = in.getInt();
        boolean sold = in.getBoolean();
        Places places = Words.places(in);
        int fromBlock = in.getInt();
        long endMillis = in.getLong();
        long pinnedUntilMillis = in.getLong();
        return new HoldState(
                id,
                ordinal,
                buyer,
                channel,
                sold,
                places,
                fromBlock,
                endMillis,
                pinnedUntilMillis,
                in.getInt());
    }
}
