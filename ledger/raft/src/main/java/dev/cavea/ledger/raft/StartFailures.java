package dev.cavea.ledger.raft;

import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.raft.LedgerStartException.Reason;
import java.net.BindException;
import org.apache.ratis.server.raftlog.RaftLogIOException;

/** Extracts from what the engine throws the one line that helps. */
final class StartFailures {

    private StartFailures() {}

    static LedgerStartException explain(LedgerSettings settings, Exception failure) {
        Members.Member self = settings.members().get(settings.memberId());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LedgerStartException known) {
                return known;
            }
            if (cause instanceof BindException) {
                return new LedgerStartException(
                        Reason.PORT_TAKEN,
                        "Port %d on %s, which the ledger needs, is taken. Stop what uses it, or"
                                        .formatted(self.port(), self.host())
                                + " give the ledger another port.",
                        failure);
            }
            if (isDamage(cause)) {
                return new LedgerStartException(
                        Reason.LOG_DAMAGED,
                        "The ledger's log in %s is damaged (%s). Put this member's folder back from"
                                        .formatted(
                                                settings.raftFolder().toAbsolutePath(),
                                                firstLine(cause))
                                + " a backup; change nothing by hand.",
                        failure);
            }
        }
        return new LedgerStartException(
                Reason.ENGINE_FAILED,
                "The ledger does not start in %s: %s"
                        .formatted(settings.folder().toAbsolutePath(), firstLine(root(failure))),
                failure);
    }

    private static boolean isDamage(Throwable cause) {
        return cause instanceof RaftLogIOException
                || cause.getClass().getSimpleName().equals("ChecksumException");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
