package dev.cavea.platform.booking;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.platform.kernel.Ids;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A hold's public id: the event's, a hyphen, and the 128 bits in hex. It carries the event because
 * each house in the ledger knows only its own holds.
 */
public record HoldName(long event, HoldId id) {

    private static final int EVENT_LENGTH = 13;
    private static final int LENGTH = EVENT_LENGTH + 1 + 32;

    public String text() {
        HexFormat hex = HexFormat.of();
        return Ids.text(event) + '-' + hex.toHexDigits(id.high()) + hex.toHexDigits(id.low());
    }

    /** Empty for what {@link #text} never gives. */
    public static Optional<HoldName> parse(String text) {
        if (text.length() != LENGTH || text.charAt(EVENT_LENGTH) != '-') {
            return Optional.empty();
        }
        OptionalLong event = Ids.parse(text.substring(0, EVENT_LENGTH));
        String hex = text.substring(EVENT_LENGTH + 1);
        if (event.isEmpty() || !hex.chars().allMatch(HoldName::isLowerHex)) {
            return Optional.empty();
        }
        HoldId id =
                new HoldId(
                        Long.parseUnsignedLong(hex, 0, 16, 16),
                        Long.parseUnsignedLong(hex, 16, 32, 16));
        return Optional.of(new HoldName(event.getAsLong(), id));
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
