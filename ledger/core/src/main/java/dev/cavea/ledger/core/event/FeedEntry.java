package dev.cavea.ledger.core.event;

/**
 * An event at its position in the feed.
 *
 * @param position 1 for the first event of the ledger, then without a gap
 * @param logTimeMillis when it happened, in log time
 */
public record FeedEntry(long position, long logTimeMillis, Event event) {}
