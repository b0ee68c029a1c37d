package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.NewBooking;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Problems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A new booking's body once every field has been looked at. */
record AskedBooking(String holdId, String email, String name, String method, String token) {

    /** Only what can never be delivered to is refused; whether somebody reads it, mail tells. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_TEXT = 100;

    static AskedBooking checked(@Nullable NewBooking body) {
        if (body == null) {
            throw Problems.invalidField("body", "is missing", "holdId, buyer and payment");
        }
        Check check = new Check();
        NewBooking.Buyer buyer = body.buyer();
        NewBooking.Payment payment = body.payment();
        String holdId = check.text("holdId", body.holdId(), LONGEST_TEXT);
        String email =
                check.text("buyer.email", buyer == null ? null : buyer.email(), LONGEST_ADDRESS);
        check.that(
                "buyer.email",
                email.isEmpty() || ADDRESS.matcher(email).matches(),
                "is no mail address",
                "an address as ada@example.org");
        String name = check.text("buyer.name", buyer == null ? null : buyer.name(), LONGEST_TEXT);
        String method = check.text("payment.method", payment == null ? null : payment.method(), 40);
        String token = payment == null || payment.token() == null ? "" : payment.token();
        check.that(
                "payment.token", token.length() <= LONGEST_TEXT, "is too long", "100 characters");
        check.orThrow();
        return new AskedBooking(holdId, email, name, method, token);
    }
}
