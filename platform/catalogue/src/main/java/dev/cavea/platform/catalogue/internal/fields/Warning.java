package dev.cavea.platform.catalogue.internal.fields;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was settled without asking whoever gave the plan.
 *
 * @param examples some of the places where it was
 */
@Schema(name = "PlanWarning")
public record Warning(String code, String message, List<String> examples) {}
