package dev.cavea.platform.tickets;

/** A ticket's place in one line. */
final class TicketLabel {

    private TicketLabel() {}

    static String of(TicketPlace place) {
        StringBuilder label = new StringBuilder(place.section());
        if (place.row() != null) {
            label.append(", row ").append(place.row());
        }
        if (place.number() != null) {
            label.append(", seat ").append(place.number());
        }
        return label.append(" (").append(place.zone()).append(')').toString();
    }
}
