package dev.cavea.platform.booking.internal.hold;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.cavea.platform.booking.HoldRequest;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request to hold, token by token: at an on-sale this is read tens of thousands
 * of times a second. Stops at the first seat too many. Unknown members are ignored.
 */
public final class HoldBody {

    private static final String ALLOWED =
            "exactly one of \"seats\", \"best\" and \"area\" with \"quantity\"";
    private static final int LONGEST_NAME = 256;
    private static final int DEEPEST = 16;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(LONGEST_NAME)
                                    .maxNameLength(LONGEST_NAME)
                                    .maxNumberLength(40)
                                    .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    // Names are the client's; interning them would let it fill our memory.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build();

    private @Nullable List<String> seats;
    private HoldRequest.@Nullable Best best;
    private @Nullable String area;
    private @Nullable Integer quantity;

    private HoldBody() {}

    /**
     * @throws Problem 400 {@code malformed-json}; 422 {@code invalid-field}, {@code too-many-seats}
     */
    public static HoldRequest read(byte[] body) {
        try (JsonParser json = JSON.createParser(body)) {
            HoldBody members = new HoldBody();
            members.read(json);
            return members.request();
        } catch (IOException e) {
            throw Problems.from(e);
        } catch (Problem shape) {
            if (shape.slug().equals("invalid-field")) {
                refuseUnsoundJson(body);
            }
            throw shape;
        }
    }

    /** Faults in the members are reported only for a body that is JSON to its end. */
    private static void refuseUnsoundJson(byte[] body) {
        if (body.length == 0) {
            throw new Problem(400, "malformed-json", "The body is not JSON", "The body is empty.");
        }
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                json.skipChildren();
            }
        } catch (IOException e) {
            throw Problems.from(e);
        }
    }

    private void read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw Problems.invalidField("body", "is not an object", ALLOWED);
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "seats" -> seats = once(seats, name, readSeats(json));
                case "best" -> best = once(best, name, BestBody.read(json));
                case "area" -> area = once(area, name, text(json, name));
                case "quantity" -> quantity = once(quantity, name, number(json, name));
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw Problems.invalidField("body", "continues after its end", "one JSON object");
        }
    }

    private HoldRequest request() {
        if (seats != null && best == null && area == null && quantity == null) {
            return new HoldRequest.Named(seats);
        }
        if (seats == null && best != null && area == null && quantity == null) {
            return best;
        }
        if (seats == null && best == null && area != null) {
            if (quantity == null) {
                throw Problems.invalidField("quantity", "is missing", "1 to 50");
            }
            return new HoldRequest.Standing(area, quantity);
        }
        throw Problems.invalidField("body", "does not say clearly what to hold", ALLOWED);
    }

    private static List<String> readSeats(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw Problems.invalidField("seats", "is not a list", "1 to 50 seat ids");
        }
        List<String> seats = new ArrayList<>(4);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw Problems.invalidField(
                        "seats[" + seats.size() + "]", "is not a text", "a seat id");
            }
            if (seats.size() == HoldRequest.MOST_SEATS) {
                throw Wording.tooMany();
            }
            seats.add(json.getText());
        }
        return seats;
    }

    static <T> T once(@Nullable T before, String field, T value) {
        if (before != null) {
            throw Problems.invalidField(field, "appears twice", "once");
        }
        return value;
    }

    static String text(JsonParser json, String field) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw Problems.invalidField(field, "is not a text", "a text");
        }
        return json.getText();
    }

    static int number(JsonParser json, String field) throws IOException {
        long value = wide(json, field);
        if (value != (int) value) {
            throw Problems.invalidField(field, "is " + value, "a whole number of 32 bits");
        }
        return (int) value;
    }

    static long wide(JsonParser json, String field) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw Problems.invalidField(field, "is not a whole number", "a whole number");
        }
        return json.getLongValue();
    }

    static boolean flag(JsonParser json, String field) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw Problems.invalidField(field, "is not true or false", "true or false");
        };
    }
}
