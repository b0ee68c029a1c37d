package dev.cavea.platform.catalogue.internal.plans;

import dev.cavea.platform.catalogue.internal.exchange.PlanExchange;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.PlanDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A plan and its document as it is stored and sent: compressed once, for good.
 *
 * @param gzip never written to
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record StoredPlan(Plan plan, byte[] gzip) {

    /** Throws 422 for a plan that would not come back from its own document. */
    public static StoredPlan of(Plan plan) {
        byte[] document = PlanDocument.bytes(plan);
        PlanExchange.check(plan, document);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 8192)) {
            gzip.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredPlan(plan, bytes.toByteArray());
    }

    /** Whatever is stored under a digest is trusted to be that plan: we wrote it. */
    static StoredPlan read(String digest, byte[] gzip) {
        Plan plan = PlanExchange.stored(unzipped(gzip));
        plan.knownAs(digest);
        return new StoredPlan(plan, gzip);
    }

    /** For the few who do not take gzip. */
    public byte[] document() {
        return unzipped(gzip);
    }

    private static byte[] unzipped(byte[] gzip) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a stored plan cannot be read", e);
        }
    }
}
