package dev.cavea.platform.edge;

/**
 * Fired once everything is up and the port is open. An observer must hand its work to another
 * thread and return.
 *
 * @param address where this server answers, as {@code http://127.0.0.1:8080}
 */
public record ServerReady(String address) {}
