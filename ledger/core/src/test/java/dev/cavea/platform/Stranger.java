package dev.cavea.platform;

/** Stands for everything the core must not know. */
public final class Stranger {}
