package dev.cavea.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Has the schemas say which members may be null: those that the code annotates as nullable. */
final class NullableMembers {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName NAMED =
            DotName.createSimple(
                    org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());
    private static final DotName INCLUDE =
            DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName UNWRAPPED =
            DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
    private static final String PAGE = "Page";

    private final IndexView index;
    private final Map<String, List<ClassInfo>> records = new HashMap<>();

    NullableMembers(IndexView index) {
        this.index = index;
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord()) {
                records.computeIfAbsent(name(type), _ -> new ArrayList<>()).add(type);
            }
        }
    }

    private static String name(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(NAMED);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    void mark(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> of(name).forEach(type -> mark(type, schema)));
    }

    private List<ClassInfo> of(String schema) {
        String plain = schema.startsWith(PAGE) && !records.containsKey(schema) ? PAGE : schema;
        return records.getOrDefault(plain, List.of());
    }

    private void mark(ClassInfo type, Schema schema) {
        boolean leftOut = includes(type.declaredAnnotation(INCLUDE), "NON_NULL");
        for (RecordComponentInfo member : type.recordComponents()) {
            FieldInfo field = member.field();
            Schema property =
                    schema.getProperties() == null
                            ? null
                            : schema.getProperties().get(member.name());
            if (field.hasAnnotation(UNWRAPPED)) {
                ClassInfo inner = index.getClassByName(field.type().name());
                if (inner != null) {
                    mark(inner, schema);
                }
            } else if (property != null
                    && field.type().hasAnnotation(NULLABLE)
                    && (!leftOut || includes(field.annotation(INCLUDE), "ALWAYS"))) {
                schema.addProperty(member.name(), orNull(property));
            }
        }
    }

    private static boolean includes(@Nullable AnnotationInstance include, String what) {
        return include != null && include.value() != null && include.value().asEnum().equals(what);
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() != null) {
            Schema other = OASFactory.createSchema().ref(property.getRef());
            Schema none = OASFactory.createSchema().addType(Schema.SchemaType.NULL);
            return OASFactory.createSchema().anyOf(new ArrayList<>(List.of(other, none)));
        }
        if (property.getType() != null && !property.getType().contains(Schema.SchemaType.NULL)) {
            property.addType(Schema.SchemaType.NULL);
            if (property.getEnumeration() != null) {
                List<Object> words = new ArrayList<>(property.getEnumeration());
                words.add(null);
                property.setEnumeration(words);
            }
        }
        return property;
    }
}
