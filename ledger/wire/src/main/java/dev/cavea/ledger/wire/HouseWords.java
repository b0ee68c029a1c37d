package dev.cavea.ledger.wire;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * Layouts and rules. A layout of 200,000 seats is 0.8 MB: four bytes per seat, three or four per
 * row. Each column carries its own length, so that a layout with columns of different lengths
 * reaches the rules, which reject it.
 */
final class HouseWords {

    private static final int AREA_BYTES = 8;
    private static final int WINDOW_BYTES = 20;

    private HouseWords() {}

    static void write(WireOut out, Layout layout) {
        writeRowStarts(out, layout.rowStarts());
        write(out, layout.rowSections());
        write(out, layout.zones());
        write(out, layout.qualities());
        write(out, layout.flags());
        out.putInt(layout.areas().size());
        for (Layout.Area area : layout.areas()) {
            out.putInt(area.capacity());
            out.putInt(area.zone());
        }
    }

    static Layout layout(WireIn in) {
        int[] rowStarts = rowStarts(in);
        char[] rowSections = chars(in);
        byte[] zones = in.getBytes(in.getCount(1));
        char[] qualities = chars(in);
        byte[] flags = in.getBytes(in.getCount(1));
        int count = in.getCount(AREA_BYTES);
        List<Layout.Area> areas = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int capacity = in.getInt();
            areas.add(new Layout.Area(capacity, in.getInt()));
        }
        return new Layout(rowStarts, rowSections, zones, qualities, flags, areas);
    }

    static void write(WireOut out, Rules rules) {
        out.putInt(rules.maxSeatsPerHold());
        out.putInt(rules.maxSeatsPerBuyer());
        out.putInt(rules.holdMillis());
        out.putInt(rules.maxExtensions());
        out.putBoolean(rules.refuseOrphans());
        out.putInt(rules.orphansAllowedBelow());
        out.putInt(rules.windows().size());
        for (Rules.Window window : rules.windows()) {
            out.putInt(window.channel());
            out.putLong(window.opensAtMillis());
            out.putLong(window.closesAtMillis());
        }
    }

    static Rules rules(WireIn in) {
        int maxSeatsPerHold = in.getInt();
        int maxSeatsPerBuyer = in.getInt();
        int holdMillis = in.getInt();
        int maxExtensions = in.getInt();
        boolean refuseOrphans = in.getBoolean();
        int orphansAllowedBelow = in.getInt();
        int count = in.getCount(WINDOW_BYTES);
        List<Rules.Window> windows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int channel = in.getInt();
            long opensAtMillis = in.getLong();
            windows.add(new Rules.Window(channel, opensAtMillis, in.getLong()));
        }
        return new Rules(
                maxSeatsPerHold,
                maxSeatsPerBuyer,
                holdMillis,
                maxExtensions,
                refuseOrphans,
                orphansAllowedBelow,
                windows);
    }

    /** As the lengths of the rows: one or two bytes each instead of four. */
    private static void writeRowStarts(WireOut out, int[] rowStarts) {
        out.putInt(rowStarts.length);
        int before = 0;
        for (int start : rowStarts) {
            out.putVarInt(start - before);
            before = start;
        }
    }

    private static int[] rowStarts(WireIn in) {
        int[] rowStarts = new int[in.getCount(1)];
        int before = 0;
        for (int i = 0; i < rowStarts.length; i++) {
            before += in.getVarInt();
            rowStarts[i] = before;
        }
        return rowStarts;
    }

    private static void write(WireOut out, byte[] column) {
        out.putInt(column.length);
        out.putBytes(column);
    }

    private static void write(WireOut out, char[] column) {
        out.putInt(column.length);
        for (char value : column) {
            out.putShort(value);
        }
    }

    private static char[] chars(WireIn in) {
        char[] column = new char[in.getCount(Character.BYTES)];
        for (int i = 0; i < column.length; i++) {
            column[i] = (char) in.getShort();
        }
        return column;
    }
}
