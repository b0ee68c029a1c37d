package dev.cavea.platform.accounts.internal.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.accounts.TokenSecrets;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.CallerScope;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAuthenticatorTest {

    private static final String SECRET = "an-example-secret-of-at-least-32-bytes";
    private static final long ACCOUNT = 1_234_567L;
    private static final long SESSION = 7_654_321L;

    private final AtomicReference<Instant> time =
            new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final Clock clock = ((InstantSource) time::get).withZone(ZoneOffset.UTC);
    private final AccessTokens tokens =
            new AccessTokens(TokenSecrets.of(SECRET, ""), new Ids(clock), clock);
    private final Revocations revocations = new Revocations(clock);
    private final TokenAuthenticator authenticator =
            new TokenAuthenticator(tokens, revocations, clock);

    @Test
    void knowsTheCallerOfItsOwnToken() {
        Caller caller = authenticator.authenticate(bearer(Role.ORGANISER));
        assertThat(caller.account()).isEqualTo(ACCOUNT);
        assertThat(caller.role()).isEqualTo(Role.ORGANISER);
        assertThat(caller.expiresAtMillis())
                .isEqualTo(time.get().plus(Duration.ofHours(1)).toEpochMilli());
    }

    @Test
    void takesTheSchemeInAnyCase() {
        String token = tokens.issue(ACCOUNT, Role.FAN, SESSION);
        assertThat(authenticator.authenticate("bearer " + token).account()).isEqualTo(ACCOUNT);
    }

    @Test
    void issuesTokensWithTheClaimsItPromises() throws Exception {
        SignedJWT parsed = SignedJWT.parse(tokens.issue(ACCOUNT, Role.GATE, SESSION));
        assertThat(parsed.verify(new MACVerifier(SECRET))).isTrue();
        assertThat(parsed.getJWTClaimsSet().getIssuer()).isEqualTo("cavea");
        assertThat(parsed.getJWTClaimsSet().getSubject()).isEqualTo(Ids.text(ACCOUNT));
        assertThat(parsed.getJWTClaimsSet().getStringClaim("role")).isEqualTo("gate");
        assertThat(parsed.getJWTClaimsSet().getExpirationTime())
                .isEqualTo(Date.from(time.get().plus(Duration.ofHours(1))));
    }

    @Test
    void readsTokensOfAnotherServerWithTheSameSecret() throws Exception {
        assertThat(authenticator.authenticate("Bearer " + made(claims(), SECRET)).role())
                .isEqualTo(Role.FAN);
    }

    @Test
    void refusesATokenThatNobodySigned() {
        String none = new PlainJWT(claims().build()).serialize();
        assertThat(reason("Bearer " + none)).isEqualTo("algorithm");
        assertThat(reason("Bearer " + none + "x")).isEqualTo("algorithm");
    }

    @Test
    void refusesOtherAlgorithms() throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS384), claims().build());
        token.sign(new MACSigner(SECRET.repeat(2)));
        assertThat(reason("Bearer " + token.serialize())).isEqualTo("algorithm");
    }

    @Test
    void refusesAForgedSignatureAndAChangedPayload() throws Exception {
        assertThat(reason("Bearer " + made(claims(), "another-secret-of-at-least-32-bytes!")))
                .isEqualTo("signature");
        String[] own = tokens.issue(ACCOUNT, Role.FAN, SESSION).split("\\.", -1);
        String promoted =
                new String(Base64.getUrlDecoder().decode(own[1]), StandardCharsets.UTF_8)
                        .replace("fan", "admin");
        assertThat(reason("Bearer " + own[0] + "." + encode(promoted) + "." + own[2]))
                .isEqualTo("signature");
        assertThat(reason("Bearer " + own[0] + "." + own[1] + ".")).isEqualTo("malformed");
    }

    @Test
    void refusesAnotherIssuer() throws Exception {
        assertThat(reason("Bearer " + made(claims().issuer("somebody"), SECRET)))
                .isEqualTo("issuer");
        assertThat(reason("Bearer " + made(claims().issuer(null), SECRET))).isEqualTo("issuer");
    }

    @Test
    void refusesATokenWithoutAnEnd() throws Exception {
        assertThat(reason("Bearer " + made(claims().expirationTime(null), SECRET)))
                .isEqualTo("expired");
    }

    @Test
    void refusesAnExpiredTokenAlsoWhenItWasRemembered() {
        String header = bearer(Role.FAN);
        authenticator.authenticate(header);
        time.updateAndGet(now -> now.plus(Duration.ofMinutes(59)));
        authenticator.authenticate(header);
        time.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
        assertThat(reason(header)).isEqualTo("expired");
        assertThat(reason(header)).isEqualTo("expired");
    }

    @Test
    void refusesATokenOfAnEndedSessionAtOnce() {
        String header = bearer(Role.FAN);
        String other = "Bearer " + tokens.issue(ACCOUNT, Role.FAN, SESSION + 1);
        authenticator.authenticate(header);
        authenticator.authenticate(other);
        revocations.add(SESSION);
        assertThat(reason(header)).isEqualTo("revoked");
        assertThat(reason(bearer(Role.FAN))).isEqualTo("revoked");
        assertThat(authenticator.authenticate(other).account()).isEqualTo(ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer ..",
                "Bearer a.b.c",
                "Bearer a.b",
                "Bearer a.b.c.d",
                "Bearer e30.e30.",
                "Bearer ü.ü.ü",
                "Basic YTpi"
            })
    void refusesWhatIsNoToken(String header) {
        Problem problem = refused(header);
        assertThat(problem.status()).isEqualTo(401);
        assertThat(problem.slug()).isEqualTo("unauthorized");
        assertThat(problem.headers()).containsKey("WWW-Authenticate");
    }

    @Test
    void refusesATokenWithoutMeasure() {
        assertThat(reason("Bearer " + "a".repeat(100_000) + ".b.c")).isEqualTo("malformed");
    }

    @Test
    void refusesAMissingHeader() {
        assertThat(reason(null)).isEqualTo("missing");
    }

    @Access(Access.Level.PUBLIC)
    private static final class ForAnybody {}

    @Access(Access.Level.CALLER)
    private static final class ForCallers {}

    @Access(value = Access.Level.CALLER, roles = Roles.GATE)
    private static final class ForGates {}

    @Access(
            value = Access.Level.OWNER,
            roles = {Roles.ORGANISER, Roles.GATE})
    private static final class ForOrganisersAndGates {}

    @Access(value = Access.Level.CALLER, roles = Roles.ADMIN)
    private static final class ForAdmins {}

    private Caller admit(Class<?> route, String authorization) {
        return authenticator.admit(route.getAnnotation(Access.class), authorization);
    }

    @Test
    void letsOnlyTheRolesInAndAdminsEverywhere() {
        assertThat(admit(ForGates.class, bearer(Role.GATE)).role()).isEqualTo(Role.GATE);
        assertThat(admit(ForGates.class, bearer(Role.ADMIN)).role()).isEqualTo(Role.ADMIN);
        Problem problem =
                catchThrowableOfType(
                        Problem.class, () -> admit(ForOrganisersAndGates.class, bearer(Role.FAN)));
        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.slug()).isEqualTo("forbidden");
        assertThat(problem.document())
                .containsEntry("detail", "This needs the role organiser or gate or admin.")
                .containsEntry("roles", List.of("organiser", "gate", "admin"));
    }

    @Test
    void namesTheAdminOnceWhereNobodyElseMay() {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> admit(ForAdmins.class, bearer(Role.FAN)));
        assertThat(problem.document()).containsEntry("detail", "This needs the role admin.");
    }

    @Test
    void asksForATokenWhereNotEverybodyMayAndForNoneElsewhere() {
        assertThat(admit(ForAnybody.class, null)).isNull();
        assertThat(admit(ForAnybody.class, "nonsense")).isNull();
        assertThat(admit(ForCallers.class, bearer(Role.GUEST)).role()).isEqualTo(Role.GUEST);
        Problem problem = catchThrowableOfType(Problem.class, () -> admit(ForAdmins.class, null));
        assertThat(problem.status()).isEqualTo(401);
    }

    @Test
    void hasAWordForEveryRoleThatAnnotationsMayName() throws Exception {
        for (Field word : Roles.class.getFields()) {
            assertThat(Role.valueOf(word.getName()).word()).isEqualTo(word.get(null));
        }
        assertThat(Roles.class.getFields()).hasSize(Role.values().length - 1);
    }

    @Test
    void tellsWhoseIdempotencyKeyItIs() {
        assertThat(authenticator.of(null)).isEqualTo(CallerScope.ANONYMOUS);
        assertThat(authenticator.of("Bearer x")).isNull();
        assertThat(authenticator.of(bearer(Role.FAN))).isEqualTo(Ids.text(ACCOUNT));
    }

    private String bearer(Role role) {
        return "Bearer " + tokens.issue(ACCOUNT, role, SESSION);
    }

    private Object reason(String header) {
        return refused(header).document().get("reason");
    }

    private Problem refused(String header) {
        return catchThrowableOfType(Problem.class, () -> authenticator.authenticate(header));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("cavea")
                .subject(Ids.text(ACCOUNT))
                .claim("role", "fan")
                .claim("sid", Ids.text(SESSION))
                .expirationTime(Date.from(time.get().plusSeconds(60)));
    }

    private static String made(JWTClaimsSet.Builder claims, String secret) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
