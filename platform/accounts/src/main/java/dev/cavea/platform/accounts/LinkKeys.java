package dev.cavea.platform.accounts;

import dev.cavea.platform.accounts.internal.sessions.Signature;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Keys for links in letters: whoever has one may see the thing that it was made for, without a
 * token. A key is an HMAC of the thing's kind and id, so that nothing of it is stored; it is good
 * for as long as the secret that made it is believed.
 */
@Singleton
public final class LinkKeys {

    private final Signature signature;

    public LinkKeys(TokenSecrets secrets) {
        this.signature = Signature.derived(secrets, "link");
    }

    /** Safe within an address. */
    public String of(String kind, long id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(signature.sign(name(kind, id)));
    }

    /** Whether the key was made for this thing. */
    public boolean fits(@Nullable String key, String kind, long id) {
        if (key == null) {
            return false;
        }
        try {
            return signature.matches(name(kind, id), Base64.getUrlDecoder().decode(key));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] name(String kind, long id) {
        return (kind + " " + Ids.text(id)).getBytes(StandardCharsets.UTF_8);
    }
}
