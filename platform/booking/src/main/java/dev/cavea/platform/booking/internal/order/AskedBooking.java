package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.NewBooking;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A new booking's body once every field has been checked, except the payment's: for a total of 0
 * those are ignored.
 */
record AskedBooking(
        String holdId, String email, String name, NewBooking.@Nullable Payment payment) {

    private static final int LONGEST_TEXT = 100;

    static AskedBooking checked(@Nullable NewBooking body) {
        if (body == null) {
            throw Problems.invalidField("body", "is missing", "holdId, buyer and payment");
        }
        Check check = new Check();
        NewBooking.Buyer buyer = body.buyer();
        NewBooking.Payment payment = body.payment();
        String holdId = check.line("holdId", body.holdId(), LONGEST_TEXT);
        String email = check.email("buyer.email", buyer == null ? null : buyer.email()).text();
        String name = check.line("buyer.name", buyer == null ? null : buyer.name(), LONGEST_TEXT);
        check.orThrow();
        return new AskedBooking(holdId, email, name, payment);
    }

    /** How it is to be paid, once that has been checked. */
    Card card() {
        Check check = new Check();
        String method = check.line("payment.method", payment == null ? null : payment.method(), 40);
        String token =
                check.lineIfAny(
                        "payment.token", payment == null ? null : payment.token(), LONGEST_TEXT);
        check.orThrow();
        return new Card(method, token == null ? "" : token);
    }

    /**
     * @param token the provider's token for the buyer's card
     */
    record Card(String method, String token) {}
}
