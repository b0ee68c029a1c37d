package dev.cavea.platform.catalogue.internal.generate;

import dev.cavea.platform.catalogue.internal.plan.Plan;

/**
 * What a plan is made from. Its numbers are checked before it exists, so that nothing is allocated
 * for a house that nobody can have. The same numbers give the same plan, byte for byte, on every
 * machine.
 */
public sealed interface Generator permits Grid, Theatre, Bowl {

    /** Distance of neighbours in plan units; one unit is two centimetres. */
    double PITCH = 25;

    Plan plan();
}
