package dev.cavea.platform.booking.internal.hold;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cavea.platform.booking.HoldRequest;
import dev.cavea.platform.edge.Problems;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The member {@code best} of a request to hold. */
final class BestBody {

    private @Nullable Integer count;
    private @Nullable String zone;
    private @Nullable String section;
    private @Nullable Long maxPriceMinor;
    private @Nullable Boolean accessible;
    private @Nullable Boolean together;

    private BestBody() {}

    static HoldRequest.Best read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw Problems.invalidField("best", "is not an object", "an object with \"count\"");
        }
        BestBody best = new BestBody();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            best.member(name, json);
        }
        return best.request();
    }

    private void member(String name, JsonParser json) throws IOException {
        String field = "best." + name;
        switch (name) {
            case "count" -> count = HoldBody.once(count, field, HoldBody.number(json, field));
            case "zone" -> zone = HoldBody.once(zone, field, HoldBody.text(json, field));
            case "section" -> section = HoldBody.once(section, field, HoldBody.text(json, field));
            case "maxPriceMinor" ->
                    maxPriceMinor = HoldBody.once(maxPriceMinor, field, HoldBody.wide(json, field));
            case "accessible" ->
                    accessible = HoldBody.once(accessible, field, HoldBody.flag(json, field));
            case "together" ->
                    together = HoldBody.once(together, field, HoldBody.flag(json, field));
            default -> json.skipChildren();
        }
    }

    private HoldRequest.Best request() {
        if (count == null) {
            throw Problems.invalidField("best.count", "is missing", "1 to 50");
        }
        return new HoldRequest.Best(
                count,
                zone,
                section,
                maxPriceMinor,
                Boolean.TRUE.equals(accessible),
                Boolean.TRUE.equals(together));
    }
}
