package dev.cavea.app;

import dev.cavea.platform.edge.Access;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI document with what stands before every endpoint and so in none of them:
 * tokens, limits, bodies that are refused; and with the form of problems, and what may be null.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {

    private static final String TOKEN = "token";
    private static final String API = "/api/v1/";
    private static final String UNAUTHORIZED =
            "`unauthorized`: a token is missing, forged, expired or revoked";
    private static final Map<String, String> WITH_BODY =
            Map.of(
                    "400", "The body is not JSON, or does not have the right shape",
                    "413", "`body-too-large`",
                    "415", "The body has an unsupported media type",
                    "422", "`invalid-field` says which and what is allowed");
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "406", "None of the media types in Accept is available",
                    "429", "`rate-limited`: try again after Retry-After",
                    "503", "`overloaded`: nothing was done; try again after Retry-After");

    private final DeclaredRoutes routes;
    private final NullableMembers nullable;

    /**
     * @param code where the routes declare whom they let in
     */
    public ApiDocument(IndexView code) {
        this.routes = new DeclaredRoutes(code);
        this.nullable = new NullableMembers(code);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        SecurityScheme scheme =
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("From /api/v1/auth/login, or /api/v1/auth/guest");
        document.getComponents().addSecurityScheme(TOKEN, scheme);
        nullable.mark(document.getComponents().getSchemas());
        document.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) -> {
                            if (path.startsWith(API)) {
                                item.getOperations()
                                        .forEach((verb, one) -> complete(path, verb, one));
                            }
                        });
    }

    private void complete(String path, PathItem.HttpMethod verb, Operation operation) {
        Map<String, String> common = new TreeMap<>(ALWAYS);
        DeclaredRoutes.Entry access = routes.of(verb.name(), path);
        if (access.level() == Access.Level.PUBLIC) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
            common.put("401", UNAUTHORIZED);
        }
        if (!access.roles().isEmpty()) {
            common.put("403", forbidden(access.roles()));
        }
        if (path.contains("{")) {
            common.put("404", "What the path names does not exist, or is not yours");
        }
        if (operation.getRequestBody() != null) {
            common.putAll(WITH_BODY);
        }
        common.forEach(
                (status, what) -> {
                    if (!operation.getResponses().hasAPIResponse(status)) {
                        operation.getResponses().addAPIResponse(status, problem(what));
                    }
                });
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, response) -> {
                            if (status.compareTo("400") >= 0 && response.getContent() == null) {
                                response.setContent(problem());
                            }
                        });
    }

    private static String forbidden(List<String> roles) {
        if (roles.equals(List.of("admin"))) {
            return "`forbidden`: needs the role admin";
        }
        return "`forbidden`: needs the role %s or admin".formatted(String.join(" or ", roles));
    }

    private static APIResponse problem(String what) {
        return OASFactory.createAPIResponse().description(what).content(problem());
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("ProblemDocument")));
    }
}
