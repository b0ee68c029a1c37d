package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.generate.Bowl;
import dev.cavea.platform.catalogue.internal.generate.Generator;
import dev.cavea.platform.catalogue.internal.generate.Grid;
import dev.cavea.platform.catalogue.internal.generate.Theatre;
import dev.cavea.platform.catalogue.internal.plan.Limits;

/** Reads {@code {kind: …, …}}; nothing is made before every number is known to be possible. */
final class GeneratorReader {

    private static final int MAX_ZONES = 12;
    private static final int THEATRE_WITH_CIRCLE = 600;

    private GeneratorReader() {}

    static Generator read(Fields generate) {
        if (!generate.has("kind")) {
            generate.wrong("kind", "is missing", "grid, theatre, arena, stadium");
        }
        String kind = generate.word("kind", "grid", "grid", "theatre", "arena", "stadium");
        Generator generator =
                switch (kind) {
                    case "theatre" -> theatre(generate);
                    case "arena" -> bowl(generate, Bowl.Kind.ARENA, 20_000, 60_000);
                    case "stadium" -> bowl(generate, Bowl.Kind.STADIUM, 80_000, Limits.SEATS);
                    default -> grid(generate);
                };
        generate.findings().throwIfAny();
        return generator;
    }

    private static Grid grid(Fields generate) {
        generate.only("kind", "rows", "seatsPerRow", "sections", "zones");
        long rows = generate.whole("rows", 1, Grid.MAX_ROWS);
        long seatsPerRow = generate.whole("seatsPerRow", 1, Grid.MAX_SEATS_PER_ROW);
        long sections = generate.whole("sections", 1, Grid.MAX_SECTIONS, 1);
        if (rows * seatsPerRow * sections > Limits.SEATS) {
            generate.wrong(
                    "rows",
                    String.format("gives %,d seats", rows * seatsPerRow * sections),
                    "rows × seatsPerRow × sections of at most 250,000");
        }
        return new Grid((int) rows, (int) seatsPerRow, (int) sections, zones(generate, 1));
    }

    private static Theatre theatre(Fields generate) {
        generate.only("kind", "seats", "circle", "zones");
        int seats = (int) generate.whole("seats", Theatre.MIN_SEATS, Theatre.MAX_SEATS, 1_200);
        boolean circle = generate.flag("circle", seats >= THEATRE_WITH_CIRCLE);
        return new Theatre(seats, circle, zones(generate, 4));
    }

    private static Bowl bowl(Fields generate, Bowl.Kind kind, int usual, int max) {
        generate.only("kind", "seats", "tiers", "zones", "floor");
        int seats = (int) generate.whole("seats", Bowl.MIN_SEATS, max, usual);
        int tiers = (int) generate.whole("tiers", 1, Bowl.MAX_TIERS, Bowl.usualTiers(seats));
        int floor = (int) generate.whole("floor", 0, Bowl.MAX_FLOOR, 0);
        return new Bowl(kind, seats, tiers, zones(generate, 5), floor);
    }

    private static int zones(Fields generate, int usual) {
        return (int) generate.whole("zones", 1, MAX_ZONES, usual);
    }
}
