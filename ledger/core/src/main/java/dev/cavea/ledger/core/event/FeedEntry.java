package dev.cavea.ledger.core.event;

/**
 * An event in its place in the feed.
 *
 * @param position 1 for the first event of the ledger, then without a gap
 * @param logTimeMillis when, in log time
 */
public record FeedEntry(long position, long logTimeMillis, Event event) {}
