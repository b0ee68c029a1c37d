package dev.cavea.platform.booking.internal.money;

import dev.cavea.platform.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about money that only a person can decide.
 *
 * @param amount what the booking costs
 * @param closedAt null while it is open
 */
public record MoneyCase(
        long id,
        CaseKind kind,
        long booking,
        long payment,
        Money amount,
        String detail,
        Instant openedAt,
        @Nullable Instant closedAt) {}
