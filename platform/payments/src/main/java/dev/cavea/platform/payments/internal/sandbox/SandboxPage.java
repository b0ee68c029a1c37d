package dev.cavea.platform.payments.internal.sandbox;

import static dev.cavea.platform.edge.Access.Level.PUBLIC;

import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.NotKept;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.payments.SandboxCharge;
import dev.cavea.platform.payments.SandboxPayments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a buyer with {@code tok_3ds} approves or declines, as at a bank. */
@Singleton
@Path("/api/v1/payments/sandbox/{reference}/action")
@Tag(name = "Payments")
public class SandboxPage {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private final SandboxPayments sandbox;

    public SandboxPage(SandboxPayments sandbox) {
        this.sandbox = sandbox;
    }

    @GET
    @Access(PUBLIC)
    @Produces("text/html;charset=UTF-8")
    @RunOnVirtualThread
    @Operation(summary = "Show the sandbox bank's page")
    @APIResponse(responseCode = "200", description = "A page with two buttons")
    @APIResponse(responseCode = "404", description = "unknown-payment")
    public Response show(@PathParam("reference") String reference) {
        SandboxCharge charge = charge(reference);
        String page =
                charge.status().equals("action")
                        ? question(charge)
                        : page("This payment has been decided", link(charge));
        return Response.ok(page)
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Access(PUBLIC)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    @NotKept
    @Operation(summary = "Approve or decline at the sandbox bank")
    @APIResponse(responseCode = "303", description = "Back to the booking")
    @APIResponse(responseCode = "404", description = "unknown-payment")
    @APIResponse(responseCode = "422", description = "invalid-field")
    public Response decide(
            @PathParam("reference") String reference,
            @FormParam("decision") @Nullable String decision) {
        SandboxCharge charge = charge(reference);
        boolean approve = "approve".equals(decision);
        if (!approve && !"decline".equals(decision)) {
            throw Problems.invalidField("decision", "is not known", "approve, decline");
        }
        sandbox.act(charge, approve);
        return Response.seeOther(URI.create(charge.returnPath())).build();
    }

    private SandboxCharge charge(String reference) {
        return sandbox.chargeToActOn(reference)
                .orElseThrow(
                        () -> Problems.notFound("unknown-payment", "There is no such payment."));
    }

    private static String question(SandboxCharge charge) {
        return page(
                "Approve " + charge.amount().text() + "?",
                """
                <p>This is Cavea's sandbox bank. No money moves.</p>
                <form method="post">
                <button name="decision" value="approve">Approve</button>
                <button name="decision" value="decline">Decline</button>
                </form>
                """);
    }

    private static String link(SandboxCharge charge) {
        return "<p><a href=\"" + charge.returnPath() + "\">Back to the booking</a></p>";
    }

    private static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <style>
        :root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
        body { margin: 15vh auto; max-width: 24rem; padding: 0 1rem; }
        button { font: inherit; min-height: 3rem; padding: 0 1.5rem; margin-right: 0.5rem; }
        </style>
        <main><h1>%1$s</h1>%2$s</main>
        </html>
        """
                .formatted(title, body);
    }
}
