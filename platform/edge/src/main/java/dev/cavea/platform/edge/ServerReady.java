package dev.cavea.platform.edge;

/**
 * Fired once everything stands and the port is open. Whoever observes it hands its work to another
 * thread and returns.
 *
 * @param address where this server answers, as {@code http://127.0.0.1:8080}
 */
public record ServerReady(String address) {}
