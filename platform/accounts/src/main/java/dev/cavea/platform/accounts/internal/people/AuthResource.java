package dev.cavea.platform.accounts.internal.people;

import static dev.cavea.platform.edge.Access.Level.CALLER;
import static dev.cavea.platform.edge.Access.Level.PUBLIC;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.accounts.internal.sessions.AccessToken;
import dev.cavea.platform.accounts.internal.sessions.Sessions;
import dev.cavea.platform.accounts.internal.sessions.TokenAuthenticator;
import dev.cavea.platform.accounts.internal.sessions.Tokens;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.edge.NotKept;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Register, sign in, start as a guest, renew, sign out. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "Accounts, sessions and tokens.")
@Singleton
public class AuthResource {

    private final People people;
    private final Sessions sessions;
    private final TokenAuthenticator authenticator;

    public AuthResource(People people, Sessions sessions, TokenAuthenticator authenticator) {
        this.people = people;
        this.sessions = sessions;
        this.authenticator = authenticator;
    }

    /** The body of register. */
    @Schema(requiredProperties = {"email", "password", "name"})
    public record Registration(
            @Nullable String email, @Nullable String password, @Nullable String name) {}

    /** The body of login. */
    @Schema(requiredProperties = {"email", "password"})
    public record Credentials(@Nullable String email, @Nullable String password) {}

    /** The body of a change of password. */
    @Schema(requiredProperties = {"currentPassword", "newPassword"})
    public record PasswordChange(@Nullable String currentPassword, @Nullable String newPassword) {}

    /** The body of refresh and logout. */
    public record Renewal(@Nullable String refreshToken) {}

    @POST
    @Path("/register")
    @Access(PUBLIC)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Create an account", operationId = "register")
    @APIResponse(
            responseCode = "201",
            description = "The account; sign in to get tokens.",
            content = @Content(schema = @Schema(implementation = Account.class)))
    @APIResponse(responseCode = "409", description = "`email-taken`")
    @APIResponse(responseCode = "422", description = "`invalid-field` or `weak-password`")
    @APIResponse(responseCode = "503", description = "`overloaded`: try again after Retry-After")
    public Response register(Registration body) {
        Registration given = Bodies.present(body);
        Account account = people.register(given.email, given.password, given.name);
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/me")
                .entity(account)
                .build();
    }

    @POST
    @Path("/login")
    @Access(PUBLIC)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Sign in", operationId = "login")
    @APIResponse(responseCode = "200", description = "The tokens of a new session.")
    @APIResponse(responseCode = "401", description = "`unauthorized`: wrong address or password")
    @APIResponse(
            responseCode = "429",
            description = "`too-many-wrong-passwords`: after five, the account waits")
    @APIResponse(responseCode = "503", description = "`overloaded`: try again after Retry-After")
    public Tokens login(Credentials body) {
        Credentials given = Bodies.present(body);
        return people.signIn(given.email, given.password);
    }

    @POST
    @Path("/guest")
    @Access(PUBLIC)
    @NonBlocking
    @NotKept
    @Operation(
            summary = "Start as a guest",
            description = "A buyer without an account: nothing exists but the tokens.",
            operationId = "guest")
    @APIResponse(responseCode = "200", description = "The tokens of a new guest.")
    public Tokens guest() {
        return sessions.beginGuest();
    }

    @POST
    @Path("/password")
    @Access(
            value = CALLER,
            roles = {Roles.FAN, Roles.ORGANISER, Roles.GATE, Roles.ANALYST})
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @NotKept
    @Operation(
            summary = "Change your password",
            description = "Ends all sessions of the account; the answer starts a new one.",
            operationId = "changePassword")
    @APIResponse(responseCode = "200", description = "The tokens of a new session.")
    @APIResponse(responseCode = "401", description = "`unauthorized`: the old password is wrong")
    @APIResponse(responseCode = "422", description = "`invalid-field` or `weak-password`")
    @APIResponse(
            responseCode = "429",
            description = "`too-many-wrong-passwords`: after five, the account waits")
    @APIResponse(responseCode = "503", description = "`overloaded`: try again after Retry-After")
    public Tokens changePassword(@Context SecurityContext security, PasswordChange body) {
        PasswordChange given = Bodies.present(body);
        return people.changePassword(Caller.of(security), given.currentPassword, given.newPassword);
    }

    @POST
    @Path("/refresh")
    @Access(PUBLIC)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Renew a session",
            description =
                    "A refresh token works once. Using one again ends its session, because"
                            + " two people have it.",
            operationId = "refresh")
    @APIResponse(responseCode = "200", description = "The next pair of tokens.")
    @APIResponse(responseCode = "401", description = "`unauthorized`, with a `reason`")
    public Tokens refresh(Renewal body) {
        String token = Bodies.present(body).refreshToken;
        new Check()
                .present("refreshToken", token, "the refreshToken from the last answer")
                .orThrow();
        return people.renew(String.valueOf(token));
    }

    @POST
    @Path("/logout")
    @Access(PUBLIC)
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    @Operation(
            summary = "End a session",
            description =
                    "Of the bearer token, or of the refresh token in the body. Its access tokens"
                            + " are refused from then on.",
            operationId = "logout")
    @APIResponse(responseCode = "204", description = "The session has ended.")
    @APIResponse(responseCode = "401", description = "`unauthorized`, with a `reason`")
    public void logout(
            @HeaderParam("Authorization") @Nullable String authorization,
            @RequestBody(content = @Content(schema = @Schema(implementation = Renewal.class)))
                    byte @Nullable [] body) {
        String refreshToken =
                body == null || body.length == 0
                        ? null
                        : Json.read(body, Renewal.class).refreshToken;
        if (refreshToken != null) {
            sessions.end(refreshToken);
        } else {
            AccessToken token = authenticator.token(authorization);
            sessions.end(token.session(), token.caller().account());
        }
    }
}
