package dev.cavea.app.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.RawRoute;
import dev.cavea.platform.edge.RawRoutes;
import io.vertx.ext.web.Router;
import jakarta.ws.rs.HttpMethod;
import java.util.List;

/** Deny by default, at build time: a route that does not say whom it lets in is found here. */
final class DeclaredAccess {

    /** They stand before every request, or answer outside of the API. */
    private static final List<String> STAND_BEFORE_ROUTES =
            List.of(
                    RawRoutes.class.getName(),
                    "dev.cavea.platform.edge.internal.jaxrs.EdgeBeans",
                    "dev.cavea.platform.guard.internal.GuardBeans",
                    "dev.cavea.app.ManagementPort",
                    "dev.cavea.app.pages.PageRoutes",
                    "dev.cavea.app.warm.WarmUp");

    private DeclaredAccess() {}

    static List<ArchRule> rules() {
        return List.of(
                methods()
                        .that()
                        .areMetaAnnotatedWith(HttpMethod.class)
                        .should()
                        .beAnnotatedWith(Access.class)
                        .because("an endpoint says whom it lets in"),
                classes()
                        .that()
                        .implement(RawRoute.class)
                        .should()
                        .beAnnotatedWith(Access.class)
                        .andShould()
                        .beAnnotatedWith(RawRoute.At.class)
                        .because("a raw route says where it hangs and whom it lets in"),
                noClasses()
                        .that(hangNoFilters())
                        .should()
                        .callMethodWhere(target(owner(assignableTo(Router.class))))
                        .because("RawRoutes hangs routes, each behind the access it declares"));
    }

    private static DescribedPredicate<JavaClass> hangNoFilters() {
        return DescribedPredicate.describe(
                "hang no filters", type -> !STAND_BEFORE_ROUTES.contains(type.getName()));
    }
}
