package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditEntry;
import dev.cavea.platform.catalogue.internal.events.EventRow.Sale;
import dev.cavea.platform.kernel.Ids;
import org.jdbi.v3.core.Handle;

/** What organisers do to events, for the audit trail. */
final class EventTrail {

    private final Audit audit;

    EventTrail(Audit audit) {
        this.audit = audit;
    }

    /**
     * In the transaction that makes or changes the event; its prices have an entry of their own.
     */
    void changed(Handle handle, Caller caller, EventRow old, EventRow fresh) {
        boolean published = old.status() == Status.DRAFT && fresh.status() != Status.DRAFT;
        Act act =
                published
                        ? Act.EVENT_PUBLISHED
                        : old.revision() == 0 ? Act.EVENT_CREATED : Act.EVENT_CHANGED;
        AuditEntry entry =
                entry(act, caller, fresh)
                        .changed("name", old.about().name(), fresh.about().name())
                        .changed("startsAt", old.about().startsAt(), fresh.about().startsAt())
                        .changed("endsAt", old.about().endsAt(), fresh.about().endsAt())
                        .changed("venue", venue(old), venue(fresh))
                        .changed("plan", old.plan(), fresh.plan())
                        .changed("rules", old.sale().rules(), fresh.sale().rules());
        boolean prices = !old.sale().prices().equals(fresh.sale().prices());
        if (act != Act.EVENT_CHANGED || !entry.after().isEmpty() || !prices) {
            audit.record(handle, entry);
        }
        if (prices) {
            prices(handle, caller, old.sale(), fresh);
        }
    }

    private void prices(Handle handle, Caller caller, Sale old, EventRow fresh) {
        audit.record(
                handle,
                entry(Act.PRICES_CHANGED, caller, fresh)
                        .changed("prices", old.prices(), fresh.sale().prices()));
    }

    void ended(Handle handle, Caller caller, EventRow old) {
        Act act = old.status() == Status.DRAFT ? Act.DRAFT_REMOVED : Act.EVENT_CANCELLED;
        audit.record(handle, entry(act, caller, old).with("name", old.about().name()));
    }

    void channels(Handle handle, Caller caller, EventRow old, EventRow fresh) {
        audit.record(
                handle,
                entry(Act.CHANNELS_CHANGED, caller, fresh)
                        .changed("channels", old.sale().channels(), fresh.sale().channels()));
    }

    /** Of which the ledger has no account's name: its log knows houses, not organisers. */
    void blocked(Act act, Caller caller, BlockRequest request) {
        audit.record(
                entry(act, caller, request.row())
                        .with("channel", request.channel())
                        .with("places", request.places().count()));
    }

    private static AuditEntry entry(Act act, Caller caller, EventRow event) {
        return AuditEntry.of(act, "event", event.id()).by(caller.account(), caller.role().word());
    }

    private static Object venue(EventRow row) {
        return row.venue() == null ? "" : Ids.text(row.venue().id());
    }
}
