package dev.cavea.app.system;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A buyer's and an organiser's way past the endpoints; each answer is held against its schema. */
final class AnswersWalk {

    private static final String V1 = "/api/v1/";

    private final Api api;
    private final DescribedAnswers answers;

    AnswersWalk(Api api, DescribedAnswers answers) {
        this.api = api;
        this.answers = answers;
    }

    private Api.Reply get(String path, String value, @Nullable String token) throws Exception {
        return got(200, path, value, token);
    }

    private Api.Reply got(int status, String path, String value, @Nullable String token)
            throws Exception {
        return answers.check("get", V1 + path, status, api.get(V1 + real(path, value), token));
    }

    private Api.Reply post(
            int status, String path, String value, @Nullable String token, String body)
            throws Exception {
        return answers.check(
                "post", V1 + path, status, api.post(V1 + real(path, value), token, body));
    }

    private static String real(String path, String value) {
        return path.replaceAll("\\{[^}]*}", value);
    }

    private static String id(Api.Reply reply) throws Exception {
        return reply.json().path("id").asText();
    }

    /** To a ticket and back. */
    void buyersWay(String event) throws Exception {
        String buyer = api.guest();
        get("events", "", null);
        get("events/{id}", event, null);
        get("events/{id}/plan", event, null);
        get("events/{id}/seats", event, null);
        get("currencies", "", null);
        get("venues", "", null);
        List<String> seats = List.copyOf(api.seats(event).keySet());
        Api.Reply held = api.hold(event, buyer, seats.subList(0, 2));
        answers.check("post", V1 + "events/{id}/holds", 201, held);
        Api.Reply taken = api.hold(event, api.guest(), seats.subList(1, 3));
        answers.check("post", V1 + "events/{id}/holds", 409, taken);
        String hold = held.json().path("holdId").asText();
        get("holds/{holdId}", hold, buyer);
        post(200, "holds/{holdId}/extend", hold, buyer, "{}");
        Api.Reply booked = api.book(buyer, hold, "tok_ok");
        answers.check("post", V1 + "bookings", 201, booked);
        String booking = id(booked);
        get("bookings/{id}", booking, buyer);
        got(404, "bookings/{id}", booking, api.guest());
        get("bookings/my-bookings", "", buyer);
        String ticket = get("bookings/{id}/tickets", booking, buyer).json().findPath("id").asText();
        get("tickets/keys", "", null);
        if (ticket.isEmpty()) {
            answers.wrong().add("a booking without tickets");
        }
        post(200, "bookings/{id}/cancel", booking, buyer, "{}");
        waitsForItsPayment(event, seats.subList(4, 5));
    }

    private void waitsForItsPayment(String event, List<String> seats) throws Exception {
        String buyer = api.guest();
        String hold = api.hold(event, buyer, seats).json().path("holdId").asText();
        String body =
                """
                {"holdId": "%s", "buyer": {"email": "fan@test.example", "name": "A Fan"},
                 "payment": {"method": "sandbox", "token": "tok_3ds"}}
                """
                        .formatted(hold);
        String booking = id(post(201, "bookings", "", buyer, body));
        get("bookings/{id}", booking, buyer);
        get("bookings/my-bookings", "", buyer);
    }

    /** Registers, logs in, and goes. */
    void callersWay() throws Exception {
        post(200, "auth/guest", "", null, "{}");
        String person = "{\"email\": \"walk@test.example\", \"password\": \"a long walk home 7\"}";
        String registered = person.replace("}", ", \"name\": \"A Walker\"}");
        post(201, "auth/register", "", null, registered);
        post(422, "auth/register", "", null, "{}");
        Api.Reply in = post(200, "auth/login", "", null, person);
        String token = in.json().path("accessToken").asText();
        get("me", "", token);
        got(401, "me", "", "forged");
        got(403, "admin/accounts", "", token);
        String refresh = in.json().path("refreshToken").asText();
        post(200, "auth/refresh", "", null, "{\"refreshToken\": \"" + refresh + "\"}");
    }

    /** From a venue to the money. */
    void organisersWay(String admin, String event) throws Exception {
        String hall =
                "{\"name\": \"A hall\", \"city\": \"Vienna\", \"timeZone\": \"Europe/Vienna\"}";
        String venue = id(post(201, "admin/venues", "", admin, hall));
        get("venues", "", null);
        get("venues/{id}", venue, null);
        String drawn = "{\"generate\": {\"kind\": \"theatre\", \"seats\": 300}}";
        String plan = id(post(201, "admin/plans", "", admin, drawn));
        get("admin/plans", "", admin);
        get("admin/plans/{digest}", plan, admin);
        post(422, "admin/plans", "", admin, "{\"generate\": {\"kind\": \"moon\"}}");
        String draft =
                """
                {"name": "Another", "startsAt": "2030-06-01T19:30:00Z", "venue": {"id": "%s"},
                 "plan": {"id": "%s"}}
                """
                        .formatted(venue, plan);
        String made = id(post(201, "admin/events", "", admin, draft));
        post(422, "admin/events", "", admin, "{\"name\": \"\"}");
        get("admin/events", "", admin);
        get("admin/events/{id}", made, admin);
        get("admin/events/{id}", event, admin);
        post(200, "admin/events/{id}/block", event, admin, "{\"seats\": [\"A-10-10\"]}");
        post(200, "admin/events/{id}/unblock", event, admin, "{\"seats\": [\"A-10-10\"]}");
        get("admin/events/{id}/bookings", event, admin);
        for (String list : List.of("accounts", "analytics/summary", "money", "audit")) {
            get("admin/" + list, "", admin);
        }
    }
}
