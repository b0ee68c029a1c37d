package dev.cavea.platform.accounts.internal.sessions;

import com.nimbusds.jose.Header;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.TokenSecret;
import dev.cavea.platform.accounts.TokenSecrets;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * JSON Web Tokens (RFC 7519) signed with HS256: claims {@code iss, sub, role, sid, jti, iat, exp}.
 * The header's {@code kid} names the secret; a token without one predates that header.
 */
@Singleton
public final class AccessTokens {

    public static final Duration LIFE = Duration.ofHours(1);

    private static final String ISSUER = "cavea";
    private static final int LONGEST = 2_048;

    private final JWSHeader header;
    private final MACSigner signer;
    private final Map<String, MACVerifier> verifiers = new LinkedHashMap<>();
    private final Ids ids;
    private final Clock clock;

    public AccessTokens(TokenSecrets secrets, Ids ids, Clock clock) {
        try {
            this.signer = new MACSigner(secrets.current().bytes());
            for (TokenSecret secret : secrets.all()) {
                verifiers.put(secret.id(), new MACVerifier(secret.bytes()));
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("a token secret is long enough for HS256", e);
        }
        this.header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(secrets.current().id())
                        .build();
        this.ids = ids;
        this.clock = clock;
    }

    public String issue(long account, Role role, long session) {
        Instant now = clock.instant();
        SignedJWT token =
                new SignedJWT(
                        header,
                        new JWTClaimsSet.Builder()
                                .issuer(ISSUER)
                                .subject(Ids.text(account))
                                .claim("role", role.name().toLowerCase(Locale.ROOT))
                                .claim("sid", Ids.text(session))
                                .jwtID(Ids.text(ids.next()))
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plus(LIFE)))
                                .build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has HS256", e);
        }
        return token.serialize();
    }

    /**
     * @throws dev.cavea.platform.edge.Problem 401
     */
    public AccessToken verify(String token) {
        if (token.length() > LONGEST) {
            throw Unauthorized.MALFORMED.problem();
        }
        try {
            Base64URL[] parts = JOSEObject.split(token);
            // Whoever picks the algorithm decides whether there is a signature at all.
            if (!JWSAlgorithm.HS256.equals(Header.parse(parts[0]).getAlgorithm())) {
                throw Unauthorized.ALGORITHM.problem();
            }
            SignedJWT signed = new SignedJWT(parts[0], parts[1], parts[2]);
            if (!isOurs(signed)) {
                throw Unauthorized.SIGNATURE.problem();
            }
            return checked(signed.getJWTClaimsSet());
        } catch (ParseException e) {
            throw Unauthorized.MALFORMED.problem();
        } catch (JOSEException e) {
            throw Unauthorized.SIGNATURE.problem();
        }
    }

    private boolean isOurs(SignedJWT signed) throws JOSEException {
        String kid = signed.getHeader().getKeyID();
        if (kid != null) {
            MACVerifier verifier = verifiers.get(kid);
            return verifier != null && signed.verify(verifier);
        }
        for (MACVerifier verifier : verifiers.values()) {
            if (signed.verify(verifier)) {
                return true;
            }
        }
        return false;
    }

    private AccessToken checked(JWTClaimsSet claims) throws ParseException {
        if (!ISSUER.equals(claims.getIssuer())) {
            throw Unauthorized.ISSUER.problem();
        }
        Date end = claims.getExpirationTime();
        Instant expires = end == null ? Instant.MIN : end.toInstant();
        if (!expires.isAfter(clock.instant())) {
            throw Unauthorized.EXPIRED.problem();
        }
        return new AccessToken(
                new Caller(
                        id(claims.getSubject()),
                        role(claims.getStringClaim("role")),
                        expires.toEpochMilli()),
                id(claims.getStringClaim("sid")));
    }

    private static long id(@Nullable String text) {
        OptionalLong id = text == null ? OptionalLong.empty() : Ids.parse(text);
        return id.orElseThrow(Unauthorized.MALFORMED::problem);
    }

    private static Role role(@Nullable String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(Unauthorized.MALFORMED::problem);
    }
}
