package dev.cavea.demo.internal.crowd;

import dev.cavea.platform.catalogue.Availability;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The crowds of this server, at most one an event. */
public final class Crowds implements AutoCloseable {

    static final int MOST_FANS_PER_MINUTE = 6_000;
    static final int MOST_MINUTES = 120;

    private static final int MOST_CROWDS = 8;
    private static final long THINK_MILLIS = 2_500;
    private static final int FILLING_FANS_PER_MINUTE = 1_200;
    private static final Duration FILLING_LIMIT = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 50;

    private final Catalogue catalogue;
    private final Availability availability;
    private final Clock clock;
    private final Map<Long, Crowd> crowds = new ConcurrentHashMap<>();
    private volatile @Nullable String address;

    public Crowds(Catalogue catalogue, Availability availability, Clock clock) {
        this.catalogue = catalogue;
        this.availability = availability;
        this.clock = clock;
    }

    /** Where the public API is; before that nobody can come. */
    public void openAt(String serverAddress) {
        address = serverAddress;
    }

    /** Starts a crowd; one that runs already is replaced. */
    CrowdState start(EventOnSale event, int fansPerMinute, int minutes) {
        Crowd.Plan plan = new Crowd.Plan(fansPerMinute, Duration.ofMinutes(minutes), THINK_MILLIS);
        return gather(event, plan).state();
    }

    private synchronized Crowd gather(EventOnSale event, Crowd.Plan plan) {
        String server = address;
        if (server == null) {
            throw new Problem(
                            503,
                            "overloaded",
                            "The server is still starting",
                            "A crowd can be sent once it is ready.")
                    .header("Retry-After", "2");
        }
        Crowd old = crowds.get(event.id());
        if (old != null) {
            old.stop();
        }
        long running = crowds.values().stream().filter(Crowd::isRunning).count();
        if (running >= MOST_CROWDS && (old == null || !old.isRunning())) {
            throw new Problem(
                    409,
                    "too-many-crowds",
                    "Too many crowds",
                    "At most " + MOST_CROWDS + " crowds run at once on a server.");
        }
        Crowd crowd = Crowd.gather(event, availability, server, plan, clock);
        crowds.put(event.id(), crowd);
        return crowd;
    }

    CrowdState state(long eventId, String name) {
        Crowd crowd = crowds.get(eventId);
        return crowd == null ? CrowdState.none(name) : crowd.state();
    }

    CrowdState stop(long eventId, String name) {
        Crowd crowd = crowds.get(eventId);
        if (crowd != null) {
            crowd.stop();
        }
        return state(eventId, name);
    }

    /** Lets fans in a hurry buy until so much of the house is taken. False when they could not. */
    public boolean fill(long eventId, double share) throws InterruptedException {
        EventOnSale event = catalogue.onSale(eventId);
        if (event == null) {
            return true;
        }
        int leave = (int) Math.round(event.plan().seatCount() * (1 - share));
        Crowd crowd = gather(event, new Crowd.Plan(FILLING_FANS_PER_MINUTE, FILLING_LIMIT, 0));
        while (crowd.isRunning() && availability.free(event) > leave) {
            Thread.sleep(LOOK_MILLIS);
        }
        crowd.stop();
        crowd.awaitEnd();
        return availability.free(event) <= leave;
    }

    @Override
    public void close() {
        crowds.values().forEach(Crowd::stop);
    }
}
