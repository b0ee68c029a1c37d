package dev.cavea.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Holds the published document against the running server, in both directions. */
@Tag("system")
@Timeout(180)
final class OpenApiSystemTest {

    @TempDir static java.nio.file.Path folder;
    private static RunningServer server;
    private static Api api;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(folder.resolve("data"));
        api = new Api(server.address());
        document = api.get("/openapi?format=json", null).json();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isOpenApi31InJsonAndYaml() throws Exception {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(api.get("/openapi", null).body()).contains("openapi: 3.1");
    }

    @Test
    void docsAreBrowsable() throws Exception {
        assertThat(api.get("/docs/", null).status()).isEqualTo(200);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : document.findValues("$ref")) {
            String pointer = reference.asText().substring(1);
            assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
        }
    }

    @Test
    void everyDocumentedPathAnswersAsDocumented() throws Exception {
        List<String> wrong = new ArrayList<>();
        String admin = api.admin();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (isVerb(operation.getKey())) {
                    wrong.addAll(answers(path.getKey(), operation.getKey(), null));
                    wrong.addAll(answers(path.getKey(), operation.getKey(), admin));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void answersAreAsTheDocumentDescribesThem() throws Exception {
        DescribedAnswers answers = new DescribedAnswers(document);
        AnswersWalk walk = new AnswersWalk(api, answers);
        String admin = api.admin();
        String event = api.publishGrid(admin, "{}");
        walk.callersWay();
        walk.buyersWay(event);
        walk.organisersWay(admin, event);
        assertThat(String.join("\n", answers.wrong())).isEmpty();
    }

    private static List<String> answers(String path, String verb, String token) throws Exception {
        String real = path.replaceAll("\\{[^}]*}", "0000000000000");
        HttpRequest.Builder request =
                api.request(real, token)
                        .header("Content-Type", "application/json")
                        .method(
                                verb.toUpperCase(Locale.ROOT),
                                verb.equals("get")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString("{}"));
        String status = Integer.toString(api.send(request).status());
        JsonNode documented = document.at("/paths").path(path).path(verb).path("responses");
        return documented.has(status)
                ? List.of()
                : List.of("%s %s answered %s".formatted(verb, path, status));
    }

    @Test
    void everyMountedRouteIsDocumented() {
        List<String> mounted = Route.all().stream().map(Route::name).toList();
        assertThat(documented()).containsAll(mounted);
        assertThat(mounted).contains("post /api/v1/events/{id}/holds", "post /api/v1/auth/login");
    }

    private static Set<String> documented() {
        Set<String> all = new TreeSet<>();
        for (var path : document.path("paths").properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(verb -> all.add(verb + " " + path.getKey()));
        }
        return all;
    }

    private static boolean isVerb(String key) {
        return Set.of("get", "post", "put", "delete", "patch").contains(key);
    }
}
