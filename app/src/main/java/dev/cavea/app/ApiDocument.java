package dev.cavea.app;

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

/**
 * Completes the OpenAPI document with what stands before every endpoint and so in none of them:
 * tokens, limits, bodies that are refused.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {

    private static final String TOKEN = "token";
    private static final String API = "/api/v1/";
    private static final Map<String, String> WITH_TOKEN =
            Map.of(
                    "401", "`unauthorized`: a token is missing, forged, expired or revoked",
                    "403", "`forbidden`: the token is not one of who may do this");
    private static final Map<String, String> WITH_BODY =
            Map.of(
                    "400", "The body is not JSON, or not of the right shape",
                    "413", "`body-too-large`",
                    "415", "The body is of another media type",
                    "422", "`invalid-field` says which and what is allowed");
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "406", "None of the media types in Accept can be given",
                    "429", "`rate-limited`: come back after Retry-After",
                    "503", "`overloaded`: nothing was done; come back after Retry-After");

    private static final List<String> PUBLIC = List.of("/api/v1/auth/", "/api/v1/payments/");
    private static final List<String> PUBLIC_TO_READ =
            List.of(
                    "/api/v1/auth/",
                    "/api/v1/payments/",
                    "/api/v1/events",
                    "/api/v1/venues",
                    "/api/v1/tickets/keys");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        SecurityScheme scheme =
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("From /api/v1/auth/login, or /api/v1/auth/guest");
        document.getComponents().addSecurityScheme(TOKEN, scheme);
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

    private static void complete(String path, PathItem.HttpMethod verb, Operation operation) {
        Map<String, String> common = new TreeMap<>(ALWAYS);
        if (isPublic(path, verb)) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
            common.putAll(WITH_TOKEN);
        }
        if (path.contains("{")) {
            common.put("404", "What the address names is not there, or not for you");
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
    }

    private static boolean isPublic(String path, PathItem.HttpMethod verb) {
        List<String> open = verb == PathItem.HttpMethod.GET ? PUBLIC_TO_READ : PUBLIC;
        return open.stream().anyMatch(path::startsWith);
    }

    private static APIResponse problem(String what) {
        Content content =
                OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("ProblemDocument")));
        return OASFactory.createAPIResponse().description(what).content(content);
    }
}
