package dev.cavea.platform.live.internal.house;

/** From a version (exclusive) to another (inclusive). */
public record Versions(long from, long to) {}
