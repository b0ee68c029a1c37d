package dev.cavea.ledger.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;

/** The members that together keep one ledger, written as {@code m1=host:port,m2=host:port}. */
public record Members(List<Member> all) {

    /** The group of the first shard, by which its members recognise each other. */
    private static final UUID GROUP = UUID.fromString("0000cafe-0000-4000-8000-000000000001");

    public record Member(String id, String host, int port) {
        public String address() {
            return host + ":" + port;
        }
    }

    public Members {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a ledger has at least one member");
        }
        Set<String> ids = new HashSet<>();
        for (Member member : all) {
            if (!ids.add(member.id)) {
                throw new IllegalArgumentException("two members have the id " + member.id);
            }
        }
    }

    /** Throws IllegalArgumentException, saying what is wrong, for anything but such a list. */
    public static Members parse(String list) {
        List<Member> members = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            members.add(member(entry.strip()));
        }
        return new Members(members);
    }

    public static Members one(String id, int port) {
        return new Members(List.of(new Member(id, "127.0.0.1", port)));
    }

    /** The member with this id. */
    public Member get(String id) {
        for (Member member : all) {
            if (member.id.equals(id)) {
                return member;
            }
        }
        throw new IllegalArgumentException("no member %s among %s".formatted(id, this));
    }

    /** For code that talks to the log's engine. */
    public RaftGroup group() {
        List<RaftPeer> peers = new ArrayList<>();
        for (Member member : all) {
            peers.add(RaftPeer.newBuilder().setId(member.id).setAddress(member.address()).build());
        }
        return RaftGroup.valueOf(RaftGroupId.valueOf(GROUP), peers);
    }

    @Override
    public String toString() {
        return String.join(",", all.stream().map(m -> m.id + "=" + m.address()).toList());
    }

    private static Member member(String entry) {
        int equals = entry.indexOf('=');
        int colon = entry.lastIndexOf(':');
        if (equals < 1 || colon < equals + 2) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a member: id=host:port is expected".formatted(entry));
        }
        return new Member(
                entry.substring(0, equals),
                entry.substring(equals + 1, colon),
                port(entry, entry.substring(colon + 1)));
    }

    private static int port(String entry, String text) {
        boolean digits = text.matches("[0-9]{1,5}");
        int port = digits ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "\"%s\": a port is a number from 1 to 65535".formatted(entry));
        }
        return port;
    }
}
