package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixRow;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixSeat;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.plan.Limits;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a pretix plan, seat by seat. */
final class PretixSeats {

    static final Spot ORIGIN = new Spot(0, 0);

    private static final Set<String> MEMBERS =
            Set.of(
                    "seat_guid",
                    "seat_number",
                    "uuid",
                    "position",
                    "category",
                    "radius",
                    "start_direction");
    private static final int LONGEST_UUID = 100;

    private final JsonWalk walk;
    private final PretixCategories categories;
    private final PassedOver passedOver;
    private int seats;

    PretixSeats(JsonWalk walk, PretixCategories categories, PassedOver passedOver) {
        this.walk = walk;
        this.categories = categories;
        this.passedOver = passedOver;
    }

    /** What a row says of itself, which may come after its seats. */
    private static final class RowHead {
        Spot at = ORIGIN;
        @Nullable String label;
        final List<PretixSeat> seats = new ArrayList<>();
    }

    PretixRow row(String path, int index) throws IOException {
        RowHead head = new RowHead();
        walk.object(path, member -> readMember(path, member, head));
        String label = head.label == null ? Integer.toString(index + 1) : head.label;
        return new PretixRow(label, List.copyOf(head.seats)).moved(head.at);
    }

    private void readMember(String row, String member, RowHead head) throws IOException {
        String at = row + "." + member;
        switch (member) {
            case "row_number" -> head.label = label(walk.tree(at), at);
            case "position" -> head.at = position(walk, at);
            case "seats" -> readSeats(at, head);
            case "uuid",
                    "row_number_position",
                    "row_label",
                    "seat_label",
                    "number_of_seats",
                    "seats_spacing",
                    "start_direction" ->
                    walk.skip();
            default -> {
                passedOver.member(at);
                walk.skip();
            }
        }
    }

    private void readSeats(String at, RowHead head) throws IOException {
        if (walk.isNull()) {
            passedOver.empty(at);
            return;
        }
        walk.array(
                at,
                Limits.SEATS,
                p -> {
                    if (++seats > Limits.SEATS) {
                        walk.tooMany(p, Limits.SEATS);
                    }
                    head.seats.add(seat(walk.fields(p), p, head.seats.size()));
                });
    }

    private PretixSeat seat(Fields seat, String path, int index) {
        passedOver.others(seat, path, MEMBERS);
        String number = label(seat.node("seat_number"), path + ".seat_number");
        String category =
                Words.loose(
                        PretixReader.text(seat.node("category")),
                        2 * Limits.ZONE_NAME,
                        () -> path + ".category",
                        walk.findings());
        categories.use(category, path);
        String uuid = PretixReader.text(seat.node("uuid")).strip();
        return new PretixSeat(
                guid(seat, path),
                uuid.isEmpty() || uuid.length() > LONGEST_UUID ? null : uuid,
                number == null ? Integer.toString(index + 1) : number,
                category,
                position(seat.object("position")),
                path);
    }

    private String guid(Fields seat, String path) {
        String at = path + ".seat_guid";
        JsonNode guid = seat.node("seat_guid");
        if (guid.isTextual() || guid.isNumber()) {
            return Words.line(guid.asText(), Limits.SEAT_ID, () -> at, walk.findings());
        }
        walk.findings().add(at, "is missing", Words.allowed(Limits.SEAT_ID));
        return "?";
    }

    /** Null where it is missing or empty, which pretix allows. */
    private @Nullable String label(JsonNode node, String at) {
        String given = PretixReader.text(node);
        if (given.isBlank()) {
            if (node.isContainerNode() || node.isBoolean()) {
                walk.findings().add(at, "is not a text", Words.allowed(Limits.LABEL));
            }
            return null;
        }
        return Words.line(given, Limits.LABEL, () -> at, walk.findings());
    }

    static Spot position(JsonWalk walk, String at) throws IOException {
        return walk.isNull() ? ORIGIN : position(walk.fields(at));
    }

    static Spot position(Fields position) {
        return new Spot(
                position.number("x", -Limits.FAR, Limits.FAR),
                position.number("y", -Limits.FAR, Limits.FAR));
    }
}
