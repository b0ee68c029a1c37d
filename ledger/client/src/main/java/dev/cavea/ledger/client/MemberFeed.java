package dev.cavea.ledger.client;

import dev.cavea.ledger.client.LedgerUnavailable.Outcome;
import dev.cavea.ledger.wire.Image;
import dev.cavea.ledger.wire.Question.AskImage;
import dev.cavea.ledger.wire.WireException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The feed as one member has it. */
final class MemberFeed implements LedgerFeed {

    private static final Duration IMAGE_TIMEOUT = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 50;

    private final Route route;

    MemberFeed(Route route) {
        this.route = route;
    }

    /** From the first member that provides one. */
    @Override
    public LedgerImage image() {
        long end = System.nanoTime() + IMAGE_TIMEOUT.toNanos();
        try {
            while (true) {
                try {
                    return fetch(end - System.nanoTime());
                } catch (ExecutionException | TimeoutException | WireException e) {
                    if (System.nanoTime() - end > 0) {
                        throw new LedgerUnavailable(
                                Outcome.NOT_SENT, "no image of the ledger: " + e);
                    }
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable(Outcome.NOT_SENT, "interrupted");
        }
    }

    private LedgerImage fetch(long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        byte[] question = new AskImage().toBytes();
        return unpacked(Image.read(route.ask(question).get(nanos, TimeUnit.NANOSECONDS)));
    }

    @Override
    public Subscription follow(long fromPosition, Listener listener) {
        if (fromPosition < 1) {
            throw new IllegalArgumentException("positions start at 1, not " + fromPosition);
        }
        return FeedSubscription.start(route, fromPosition, listener);
    }

    private static LedgerImage unpacked(Image image) {
        List<LedgerImage.House> houses = new ArrayList<>(image.houses().size());
        for (Image.House house : image.houses()) {
            houses.add(
                    new LedgerImage.House(
                            house.house(),
                            house.version(),
                            house.closed(),
                            states(house),
                            areas(house),
                            house.channels()));
        }
        return new LedgerImage(image.position(), image.logTimeMillis(), houses);
    }

    private static byte[] states(Image.House house) {
        byte[] states = new byte[house.seatCount()];
        for (int seat = 0; seat < states.length; seat++) {
            states[seat] = (byte) house.state(seat);
        }
        return states;
    }

    private static List<LedgerImage.Area> areas(Image.House house) {
        List<LedgerImage.Area> areas = new ArrayList<>(house.areas().size());
        for (Image.Area area : house.areas()) {
            areas.add(
                    new LedgerImage.Area(
                            area.capacity(),
                            area.held(),
                            area.sold(),
                            area.blocked(),
                            area.blocks().stream().map(MemberFeed::block).toList(),
                            area.fromBlock().stream().map(MemberFeed::fromBlock).toList()));
        }
        return areas;
    }

    private static LedgerImage.Block block(Image.Block block) {
        return new LedgerImage.Block(block.channel(), block.quantity());
    }

    private static LedgerImage.FromBlock fromBlock(Image.FromBlock from) {
        return new LedgerImage.FromBlock(from.hold(), from.channel(), from.quantity());
    }
}
