package dev.cavea.platform.booking;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.SeatingPlan;
import java.util.Arrays;
import java.util.List;

/** Rows of equal length in one section, the front half dearer, and an area of ten places. */
public record GridPlan(int rows, int seatsPerRow) implements SeatingPlan {

    @Override
    public String digest() {
        return "00".repeat(32);
    }

    @Override
    public int seatCount() {
        return rows * seatsPerRow;
    }

    @Override
    public int indexOf(String seatId) {
        List<String> parts = Arrays.asList(seatId.split("-", -1));
        if (parts.size() != 3 || !parts.getFirst().equals("A")) {
            return -1;
        }
        try {
            int row = Integer.parseInt(parts.get(1)) - 1;
            int number = Integer.parseInt(parts.get(2)) - 1;
            boolean exists = row >= 0 && row < rows && number >= 0 && number < seatsPerRow;
            return exists ? row * seatsPerRow + number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Override
    public String seatId(int seat) {
        return "A-" + row(seat) + "-" + number(seat);
    }

    @Override
    public String section(int seat) {
        return "A";
    }

    @Override
    public String row(int seat) {
        return Integer.toString(seat / seatsPerRow + 1);
    }

    @Override
    public String number(int seat) {
        return Integer.toString(seat % seatsPerRow + 1);
    }

    @Override
    public double x(int seat) {
        return 25 * (seat % seatsPerRow);
    }

    @Override
    public double y(int seat) {
        return 30 * (seat / seatsPerRow);
    }

    @Override
    public int zone(int seat) {
        return seat < seatCount() / 2 ? 0 : 1;
    }

    @Override
    public List<String> zones() {
        return List.of("Front", "Back");
    }

    @Override
    public List<String> sections() {
        return List.of("A");
    }

    @Override
    public List<Area> areas() {
        return List.of(new Area("PIT", "Pit", 10, 1));
    }

    public Layout layout() {
        int[] starts = new int[rows];
        Arrays.setAll(starts, row -> row * seatsPerRow);
        byte[] zones = new byte[seatCount()];
        char[] qualities = new char[seatCount()];
        for (int seat = 0; seat < zones.length; seat++) {
            zones[seat] = (byte) zone(seat);
            qualities[seat] = (char) (10_000 - seat);
        }
        return new Layout(
                starts,
                new char[rows],
                zones,
                qualities,
                new byte[seatCount()],
                List.of(new Layout.Area(10, 1)));
    }
}
