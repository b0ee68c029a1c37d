package dev.cavea.platform.booking.internal.order;

import static dev.cavea.platform.edge.Access.Level.CALLER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.booking.internal.money.CaseAct;
import dev.cavea.platform.booking.internal.money.MoneyCase;
import dev.cavea.platform.booking.internal.money.MoneyCases;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Cursor;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.PageParameters;
import dev.cavea.platform.edge.PageRequest;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For operators: where money needs a person, and what they can do about it. */
@Path("/api/v1/admin/money")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operating")
@Singleton
public class MoneyResource {

    private static final String LIST = "money";
    private static final int LONGEST_NOTE = 1_000;

    private final MoneyActs acts;
    private final Bookings bookings;
    private final Catalogue catalogue;

    MoneyResource(MoneyActs acts, Bookings bookings, Catalogue catalogue) {
        this.acts = acts;
        this.bookings = bookings;
        this.catalogue = catalogue;
    }

    /**
     * What an operator has to say about an act.
     *
     * @param note what was done elsewhere; needed by {@code mark-refunded} and {@code close}
     */
    @Schema(name = "MoneyActNote")
    public record Note(@Nullable String note) {}

    @GET
    @Access(value = CALLER, roles = Roles.ADMIN)
    @RunOnVirtualThread
    @Operation(
            summary = "List where money needs a person, newest first",
            description =
                    "Refused refunds, halted bookings, amounts that differ, providers that do not"
                            + " answer. `acts` says what can be done about each.",
            operationId = "moneyCases")
    @APIResponse(responseCode = "200", description = "A page of open cases")
    @APIResponse(responseCode = "401", description = "`unauthorized`")
    @APIResponse(responseCode = "403", description = "`forbidden`")
    @APIResponse(responseCode = "422", description = "`invalid-field`")
    public Page<MoneyCaseView> list(@BeanParam PageParameters asked) {
        PageRequest page = asked.page(LIST);
        List<MoneyCase> rows = acts.list(BookingResource.before(page), page.limitAndOne());
        return Page.of(rows, page.limit(), last -> Cursor.of(LIST, Ids.text(last.id())))
                .map(this::view);
    }

    @POST
    @Access(value = CALLER, roles = Roles.ADMIN)
    @Path("/{id}/{act}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Do something about a case",
            description =
                    "`retry-refund` asks the provider once more; `mark-refunded` says that the"
                            + " money went back another way; `finish` completes a halted"
                            + " booking; `give-back` ends it, frees its seats and gives the money"
                            + " back; `look-again` asks the provider about the payment;"
                            + " `close` only takes the case off the list. `mark-refunded` and"
                            + " `close` need a `note`. If it did not help, another case turns up.",
            operationId = "actOnMoneyCase")
    @APIResponse(responseCode = "204", description = "Done, and audited")
    @APIResponse(responseCode = "401", description = "`unauthorized`")
    @APIResponse(responseCode = "403", description = "`forbidden`")
    @APIResponse(responseCode = "404", description = "`unknown-case`, `unknown-act`")
    @APIResponse(responseCode = "409", description = "`case-closed`, `act-not-possible`")
    @APIResponse(responseCode = "422", description = "`invalid-field`")
    public Response act(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("act") String word,
            @Nullable Note body) {
        long operator = Caller.of(security).account();
        CaseAct act =
                CaseAct.of(word)
                        .orElseThrow(
                                () ->
                                        Problems.notFound(
                                                "unknown-act", "There is no act " + word + "."));
        Check check = new Check();
        String note = check.proseIfAny("note", body == null ? null : body.note(), LONGEST_NOTE);
        check.orThrow();
        long number = Ids.parse(id).orElseThrow(() -> MoneyActs.unknown(id));
        acts.act(number, new MoneyCases.Closing(operator, act, note));
        return Response.noContent().build();
    }

    private MoneyCaseView view(MoneyCase about) {
        Optional<Order> order = bookings.byId(about.booking());
        EventOnSale event = order.map(Order::event).map(catalogue::onSale).orElse(null);
        return MoneyCaseView.of(about, order.orElse(null), event == null ? null : event.name());
    }
}
