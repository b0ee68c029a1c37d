package dev.cavea.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks every route that the code declares, with no token, with every role, and with a stranger's
 * token where a thing has an owner. Whom a route does not let in gets 401, 403 or 404, and nothing
 * has happened.
 */
@Tag("system")
@Timeout(180)
final class AccessSystemTest {

    private static final String NOTHING = "0000000000000";
    private static final String PASSWORD = "a long enough password 7";
    private static final List<String> ROLES = List.of("fan", "organiser", "gate", "analyst");

    /** It would end the session of whoever tries it. */
    private static final String LOGOUT = "post /api/v1/auth/logout";

    /** Public, and yet 401: what is in the body, or the signature, is what was not good. */
    private static final Set<String> CREDENTIALS_ELSEWHERE =
            Set.of(LOGOUT, "post /api/v1/auth/refresh");

    @TempDir static Path folder;
    private static RunningServer server;
    private static Api api;
    private static List<Route> routes;
    private static final Map<String, String> TOKENS = new LinkedHashMap<>();

    /**
     * Of the organiser whose event it is, of a buyer, and of two who have nothing to do with it.
     */
    private static String organiser;

    private static String otherOrganiser;
    private static String buyer;
    private static String otherBuyer;

    /** What the owners own, by the beginning of its address. */
    private static final Map<String, String> OWNED = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(folder.resolve("data"));
        api = new Api(server.address());
        routes = Route.all();
        String admin = api.admin();
        TOKENS.put("guest", api.guest());
        for (String role : ROLES) {
            TOKENS.put(role, withRole(admin, role, role));
        }
        TOKENS.put("admin", admin);
        organiser = withRole(admin, "owner", "organiser");
        otherOrganiser = TOKENS.get("organiser");
        buyer = api.guest();
        otherBuyer = api.guest();
        sell();
    }

    private static String withRole(String admin, String name, String role) throws Exception {
        String email = name + "@test.example";
        String id =
                api.post(
                                "/api/v1/auth/register",
                                null,
                                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Somebody\"}"
                                        .formatted(email, PASSWORD))
                        .json()
                        .path("id")
                        .asText();
        HttpRequest.Builder given =
                api.request("/api/v1/admin/accounts/" + id + "/role", admin)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"role\":\"" + role + "\"}"));
        assertThat(api.send(given).status()).isEqualTo(200);
        return api.login(email, PASSWORD);
    }

    private static void sell() throws Exception {
        String event = api.publishGrid(organiser, "{}");
        List<String> seats = List.copyOf(api.seats(event).keySet());
        Api.Reply sold = api.hold(event, buyer, seats.subList(0, 2));
        Api.Reply booked = api.book(buyer, sold.json().path("holdId").asText(), "tok_ok");
        String booking = booked.json().path("id").asText();
        JsonNode tickets =
                api.get("/api/v1/bookings/" + booking + "/tickets", buyer).json().path("items");
        OWNED.put("/api/v1/admin/events/", event);
        OWNED.put("/api/v1/bookings/", booking);
        OWNED.put("/api/v1/tickets/", tickets.get(0).path("id").asText());
        OWNED.put(
                "/api/v1/holds/",
                api.hold(event, buyer, seats.subList(4, 5)).json().path("holdId").asText());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The address of what an owner owns. */
    private static String owned(Route route) {
        for (var one : OWNED.entrySet()) {
            if (route.path().startsWith(one.getKey() + "{")) {
                return route.path().replaceFirst("\\{[^}]*}", one.getValue());
            }
        }
        assertThat(route.path())
                .as("this test has nothing that is owned there")
                .doesNotContain("{");
        return route.path();
    }

    private static String nowhere(Route route) {
        return route.path().replaceAll("\\{[^}]*}", NOTHING);
    }

    private static int status(Route route, String address, @Nullable String token)
            throws Exception {
        String body =
                route.path().equals("/api/v1/bookings")
                        ? """
                          {"holdId": "%s", "buyer": {"email": "fan@test.example", "name": "A Fan"},
                           "payment": {"method": "sandbox", "token": "tok_ok"}}
                          """
                                .formatted(OWNED.get("/api/v1/holds/"))
                        : "{}";
        HttpRequest.Builder request =
                api.request(address, token)
                        .header("Content-Type", "application/json")
                        .method(
                                route.verb().toUpperCase(Locale.ROOT),
                                route.verb().equals("get")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        return api.send(request).status();
    }

    @Test
    void everyRouteSaysWhomItLetsIn() {
        assertThat(routes).hasSizeGreaterThan(40).allMatch(route -> route.access() != null);
    }

    @Test
    void nobodyComesInWithoutAGoodToken() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            for (String token : new String[] {null, "forged", TOKENS.get("admin") + "x"}) {
                int status = status(route, nowhere(route), token);
                boolean refused = status == 401;
                boolean expected =
                        route.isPublic()
                                ? status < 500
                                        && (!refused
                                                || CREDENTIALS_ELSEWHERE.contains(route.name()))
                                : refused;
                if (!expected) {
                    wrong.add(route.name() + " answered " + status + " to " + token);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Route> routesBut(String name) {
        return routes.stream().filter(route -> !route.name().equals(name)).toList();
    }

    @Test
    void everyRoleComesInWhereItIsDeclaredAndNowhereElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : routesBut(LOGOUT)) {
            for (var person : TOKENS.entrySet()) {
                int status = status(route, nowhere(route), person.getValue());
                boolean expected =
                        route.letsIn(person.getKey())
                                ? status < 500 && status != 401 && status != 403
                                : status == 403;
                if (!expected) {
                    wrong.add(route.name() + " answered " + status + " to " + person.getKey());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aStrangerGetsNothingThatIsSomebodyElsesAndChangesNothing() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes.stream().filter(Route::isForOwners).toList()) {
            String stranger = route.needsRole() ? otherOrganiser : otherBuyer;
            int status = status(route, owned(route), stranger);
            if (status != 403 && status != 404) {
                wrong.add(route.name() + " answered " + status + " to a stranger");
            }
        }
        assertThat(wrong).isEmpty();
        // Only now, so that what strangers could have broken would show here.
        for (Route route : routes.stream().filter(Route::isForOwners).toList()) {
            if (route.verb().equals("get")) {
                String owner = route.needsRole() ? organiser : buyer;
                assertThat(status(route, owned(route), owner)).as(route.name()).isEqualTo(200);
            }
        }
        String booking = "/api/v1/bookings/" + OWNED.get("/api/v1/bookings/");
        assertThat(api.get(booking, buyer).json().path("status").asText()).isEqualTo("confirmed");
    }

    @Test
    void aKeyThatFitsNothingOpensNothing() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes.stream().filter(Route::isForOwners).toList()) {
            int status = status(route, owned(route) + "?key=AAAA", null);
            if (status != (route.takesKey() ? 404 : 401)) {
                wrong.add(route.name() + " answered " + status + " to a key that fits nothing");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(routes.stream().filter(Route::takesKey))
                .isNotEmpty()
                .allMatch(route -> route.verb().equals("get"), "only shows");
    }

    @Test
    void theDocumentSaysOfEveryRouteWhatItDeclares() throws Exception {
        JsonNode document = api.get("/openapi?format=json", null).json();
        for (Route route : routes) {
            JsonNode operation = document.path("paths").path(route.path()).path(route.verb());
            assertThat(operation.path("security").isEmpty())
                    .as(route.name())
                    .isEqualTo(route.isPublic());
            assertThat(operation.path("responses").has("403"))
                    .as(route.name())
                    .isEqualTo(route.needsRole());
            if (!route.isPublic()) {
                assertThat(operation.path("responses").has("401")).as(route.name()).isTrue();
            }
        }
    }
}
