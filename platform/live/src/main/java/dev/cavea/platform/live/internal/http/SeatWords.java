package dev.cavea.platform.live.internal.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.live.internal.house.AreaCounts;
import dev.cavea.platform.live.internal.house.Delta;
import dev.cavea.platform.live.internal.house.SeatMap;
import dev.cavea.platform.live.internal.house.SeatState;
import java.nio.charset.StandardCharsets;

/**
 * Seat maps and deltas as JSON, on one line. Written by hand: a stadium has 200,000 seats, and an
 * object for each would just be thrown away.
 */
public final class SeatWords {

    private static final int BYTES_A_SEAT = 100;

    private final SeatingPlan plan;
    private final StringBuilder out;

    private SeatWords(SeatingPlan plan, int seats) {
        this.plan = plan;
        this.out = new StringBuilder(200 + seats * BYTES_A_SEAT);
    }

    /** The body of {@code GET /api/v1/events/{id}/seats}. */
    static byte[] of(SeatMap map, SeatingPlan plan) {
        SeatWords words = new SeatWords(plan, map.seatCount());
        words.map(map);
        return words.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The data of {@code event: delta}. */
    public static String of(Delta delta, SeatingPlan plan) {
        SeatWords words = new SeatWords(plan, delta.seatCount());
        words.delta(delta);
        return words.out.toString();
    }

    private void map(SeatMap map) {
        out.append("{\"eventId\":\"").append(Ids.text(map.house()));
        out.append("\",\"version\":").append(map.version()).append(",\"seats\":[");
        for (int seat = 0; seat < map.seatCount(); seat++) {
            out.append(seat == 0 ? "{\"id\":" : ",{\"id\":");
            text(plan.seatId(seat));
            text(",\"section\":", plan.section(seat));
            text(",\"row\":", plan.row(seat));
            text(",\"number\":", plan.number(seat));
            text(",\"zone\":", plan.zones().get(plan.zone(seat)));
            out.append(",\"status\":\"").append(SeatState.word(map.state(seat))).append("\"}");
        }
        out.append("],\"areas\":[");
        for (int area = 0; area < map.areas().size(); area++) {
            out.append(area == 0 ? "" : ",");
            area(plan.areas().get(area), map.areas().get(area));
        }
        out.append("]}");
    }

    private void area(SeatingPlan.Area area, AreaCounts counts) {
        text("{\"id\":", area.id());
        text(",\"name\":", area.name());
        text(",\"zone\":", plan.zones().get(area.zone()));
        out.append(",\"capacity\":").append(counts.capacity());
        out.append(",\"free\":").append(counts.free());
        out.append(",\"held\":").append(counts.held());
        out.append(",\"sold\":").append(counts.sold());
        out.append(",\"blocked\":").append(counts.blocked()).append('}');
    }

    private void delta(Delta delta) {
        out.append("{\"eventId\":\"").append(Ids.text(delta.house()));
        out.append("\",\"fromVersion\":").append(delta.from());
        out.append(",\"version\":").append(delta.to()).append(",\"seats\":[");
        for (int i = 0; i < delta.seatCount(); i++) {
            out.append(i == 0 ? "{\"id\":" : ",{\"id\":");
            text(plan.seatId(delta.seat(i)));
            out.append(",\"status\":\"").append(SeatState.word(delta.state(i))).append("\"}");
        }
        out.append("],\"areas\":[");
        String comma = "";
        for (var changed : delta.areas().entrySet()) {
            out.append(comma);
            area(plan.areas().get(changed.getKey()), changed.getValue());
            comma = ",";
        }
        out.append("]}");
    }

    private void text(String before, String value) {
        out.append(before);
        text(value);
    }

    private void text(String value) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, out);
        out.append('"');
    }
}
