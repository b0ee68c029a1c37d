package dev.cavea.ledger.simulator.audit;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The auditor's book of one house: plain maps and lists, deliberately unlike the ledger's columns.
 */
final class HouseBook {

    final long house;
    final Layout layout;
    Rules rules;
    boolean closed;
    final NavigableMap<HoldId, Claim> claims = new TreeMap<>();
    private final NavigableMap<Integer, Claim> ownerOfSeat = new TreeMap<>();
    private final NavigableMap<Integer, Integer> channelOfSeat = new TreeMap<>();

    /** Blocked places by area and channel; see {@link #key}. */
    private final NavigableMap<Integer, Integer> blockedStanding = new TreeMap<>();

    HouseBook(long house, Layout layout, Rules rules) {
        this.house = house;
        this.layout = layout;
        this.rules = rules;
    }

    @Nullable Claim claim(HoldId id) {
        return claims.get(id);
    }

    @Nullable Claim owner(int seat) {
        return ownerOfSeat.get(seat);
    }

    /** The channel the seat is blocked for, even while it is claimed; 0 for none. */
    int channel(int seat) {
        return channelOfSeat.getOrDefault(seat, Rules.PUBLIC);
    }

    boolean isFree(int seat) {
        return owner(seat) == null && channel(seat) == Rules.PUBLIC;
    }

    int countOf(long buyer) {
        return claims.values().stream()
                .filter(claim -> claim.buyer == buyer)
                .mapToInt(Claim::count)
                .sum();
    }

    int taken(int area, boolean sold) {
        return claims.values().stream()
                .filter(claim -> claim.area == area && claim.sold == sold)
                .mapToInt(claim -> claim.quantity)
                .sum();
    }

    int blocked(int area, int channel) {
        return blockedStanding.getOrDefault(key(area, channel), 0);
    }

    int blocked(int area) {
        return blockedStanding
                .subMap(key(area, Rules.PUBLIC), key(area + 1, Rules.PUBLIC))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static int key(int area, int channel) {
        return area * (Rules.MAX_CHANNEL + 1) + channel;
    }

    int free(int area) {
        return layout.areas().get(area).capacity()
                - taken(area, true)
                - taken(area, false)
                - blocked(area);
    }

    void block(int seat, int channel) {
        channelOfSeat.put(seat, channel);
    }

    void blockStanding(int area, int channel, int quantity) {
        if (channel != Rules.PUBLIC) {
            blockedStanding.merge(key(area, channel), quantity, Integer::sum);
        }
    }

    void add(Claim claim, Places places) {
        switch (places) {
            case Places.Standing(int area, int quantity) -> {
                claim.area = area;
                claim.quantity = quantity;
                claim.fromBlock = Math.min(quantity, blocked(area, claim.channel));
                blockStanding(area, claim.channel, -claim.fromBlock);
            }
            case Places.Seated(Seats seats) -> {
                for (int seat : seats.toArray()) {
                    claim.seats.add(seat);
                    give(seat, claim);
                }
            }
        }
        claims.put(claim.id, claim);
    }

    /** Gives a seat to a claim: nobody else may have it. */
    void give(int seat, Claim claim) {
        Claim other = ownerOfSeat.put(seat, claim);
        Violation.unless(
                other == null,
                "seat %d of house %d goes to %s, but %s has it",
                seat,
                house,
                claim,
                other);
    }

    void takeBack(int seat) {
        ownerOfSeat.remove(seat);
    }

    /** Ends a hold; what was blocked is blocked again. */
    void end(Claim claim) {
        claims.remove(claim.id);
        claim.seats.forEach(ownerOfSeat::remove);
        if (claim.isStanding()) {
            blockStanding(claim.area, claim.channel, claim.fromBlock);
        }
    }

    void forgetIfEmpty(Claim claim) {
        if (claim.count() == 0) {
            claims.remove(claim.id);
        }
    }

    List<Claim> holdsDue(long nowMillis) {
        List<Claim> due = new ArrayList<>();
        for (Claim claim : claims.values()) {
            if (!claim.sold && claim.dueMillis() <= nowMillis) {
                due.add(claim);
            }
        }
        return due;
    }

    List<Claim> unpinnedHolds(long nowMillis) {
        return claims.values().stream()
                .filter(claim -> !claim.sold && !claim.isPinned(nowMillis))
                .toList();
    }

    /** 0 free, 1 held, 2 sold, 3 blocked, for each seat. */
    byte[] seatStates() {
        byte[] states = new byte[layout.seatCount()];
        for (int seat = 0; seat < states.length; seat++) {
            Claim owner = owner(seat);
            if (owner != null) {
                states[seat] = (byte) (owner.sold ? 2 : 1);
            } else {
                states[seat] = (byte) (isFree(seat) ? 0 : 3);
            }
        }
        return states;
    }
}
