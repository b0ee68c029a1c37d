package dev.cavea.platform.edge.internal.jaxrs;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Tells every caller of the API what time it is here, as RFC 9110 asks for: sales open and holds
 * end by this clock, whatever the caller's own shows.
 */
final class DateHeader implements Handler<RoutingContext> {

    /** An RFC 9110 date has two digits of the day, unlike {@code RFC_1123_DATE_TIME}. */
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile Written written = new Written(Long.MIN_VALUE, "");

    DateHeader(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void handle(RoutingContext request) {
        request.response().putHeader(HttpHeaders.DATE, text());
        request.next();
    }

    /** Written once a second, not once per request. */
    String text() {
        long second = Math.floorDiv(clock.millis(), 1000L);
        Written last = written;
        if (last.second != second) {
            last = new Written(second, FORM.format(Instant.ofEpochSecond(second)));
            written = last;
        }
        return last.text;
    }

    private record Written(long second, String text) {}
}
