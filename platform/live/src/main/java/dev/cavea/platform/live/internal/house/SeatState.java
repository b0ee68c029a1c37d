package dev.cavea.platform.live.internal.house;

import dev.cavea.ledger.client.LedgerImage;

/** The four states of a seat as people see them. */
public final class SeatState {

    private static final String[] WORDS = {"free", "held", "sold", "blocked"};

    private SeatState() {}

    /** The word in the public contract. */
    public static String word(int state) {
        return WORDS[state];
    }

    /** What an untaken seat shows. */
    static byte untaken(int channel) {
        return channel == 0 ? LedgerImage.FREE : LedgerImage.BLOCKED;
    }
}
