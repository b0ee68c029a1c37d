package dev.cavea.bench.http;

import dev.cavea.bench.http.load.Script;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/** Watchers who ask for the compact map, and now and then hold. */
final class LookScript implements Script {

    private final byte[] look;
    private final Script hold;
    private final double holdShare;

    LookScript(Site.OnSale event, Script hold, double holdShare) {
        this.look =
                HoldScript.ascii(
                        "GET "
                                + event.seatsPath()
                                + " HTTP/1.1\r\nHost: localhost\r\n"
                                + "Accept: application/vnd.cavea.seatmap\r\n\r\n");
        this.hold = hold;
        this.holdShare = holdShare;
    }

    @Override
    public void next(int connection, ByteBuffer request) {
        if (ThreadLocalRandom.current().nextDouble() < holdShare) {
            hold.next(connection, request);
        } else {
            request.put(look);
        }
    }
}
