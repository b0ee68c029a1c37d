package dev.cavea.ledger.wire;

/**
 * What is in the first four bytes of everything sent or stored: the schema, its version and the
 * kind of what follows. They are checked before anything else is read.
 *
 * <p>All numbers are big-endian. A version, once released, keeps its layout forever: the golden
 * bytes in the tests pin it down.
 */
final class Schema {

    /** Marks bytes as belonging to Cavea. */
    static final int ID = 0xCA5E;

    static final int VERSION = 1;

    static final int PACK = 1;
    static final int ANSWERS = 2;
    static final int FEED_FILE = 3;
    static final int FEED_CHUNK = 4;
    static final int SNAPSHOT = 5;
    static final int IMAGE = 6;
    static final int QUESTION = 7;

    private Schema() {}

    static void write(WireOut out, int kind) {
        out.putShort(ID);
        out.putByte(VERSION);
        out.putByte(kind);
    }

    static void check(WireIn in, int kind) {
        int id = in.getShort();
        if (id != ID) {
            throw new WireException(
                    "not Cavea's bytes: schema %04x where %04x was expected".formatted(id, ID));
        }
        int version = in.getByte();
        if (version != VERSION) {
            throw new WireException(
                    "written by version %d of the format; this software reads version %d"
                            .formatted(version, VERSION));
        }
        int found = in.getByte();
        if (found != kind) {
            throw new WireException("kind %d where %d was expected".formatted(found, kind));
        }
    }
}
