package dev.cavea.platform.live.internal.house;

/** How many places of a general-admission area are in which state; the rest is free. */
public record AreaCounts(int capacity, int held, int sold, int blocked) {

    public int free() {
        return capacity - held - sold - blocked;
    }
}
