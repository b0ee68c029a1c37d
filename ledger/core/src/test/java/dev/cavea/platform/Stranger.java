package dev.cavea.platform;

/** Stands for all that the core must not know. */
public final class Stranger {}
