package dev.cavea.platform.accounts.internal.people;

import static dev.cavea.platform.edge.Access.Level.CALLER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.edge.Access;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A guest becomes somebody. */
@Path("/api/v1/auth/adopt")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
@Singleton
public class AdoptionResource {

    private final Adoption adoption;

    public AdoptionResource(Adoption adoption) {
        this.adoption = adoption;
    }

    /** One of the guest's two tokens. */
    public record GuestShown(@Nullable String refreshToken, @Nullable String accessToken) {}

    @POST
    @Access(
            value = CALLER,
            roles = {Roles.FAN, Roles.ORGANISER, Roles.GATE, Roles.ANALYST})
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Take over what a guest bought",
            description =
                    "The guest's bookings and tickets are the account's from then on. Seats that"
                            + " the guest holds are not: let them go and hold them anew.",
            operationId = "adoptGuest")
    @APIResponse(responseCode = "204", description = "They are the account's, now or already.")
    @APIResponse(responseCode = "409", description = "`already-adopted` by another account")
    @APIResponse(
            responseCode = "422",
            description =
                    "`invalid-field`: no good token of a guest; `too-many-guests`: the account"
                            + " has adopted 100 already")
    public void adopt(@Context SecurityContext security, GuestShown body) {
        GuestShown guest = Bodies.present(body);
        adoption.adopt(Caller.of(security), guest.refreshToken, guest.accessToken);
    }
}
