package stratum.customer.usecase;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.platform.web.InvalidInput.Mistake;
import tools.jackson.databind.JsonNode;

/** Turns JSON into the record of a schema, collecting every mistake on the way; used once. */
final class FromJson {

    private static final String TYPE = "type";

    private final List<Mistake> errors = new ArrayList<>();

    List<Mistake> errors() {
        return errors;
    }

    /** The record; of use only where there are no errors. */
    SpecificRecord fact(Schema schema, JsonNode json) {
        return record(schema, json, "");
    }

    private SpecificRecord record(Schema schema, JsonNode json, String path) {
        SpecificRecord record =
                (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        for (Schema.Field field : schema.getFields()) {
            Object value = field(field, json.path(field.name()), path + field.name());
            if (value != null) {
                record.put(field.pos(), value);
            }
        }
        json.propertyNames().stream()
                .filter(name -> schema.getField(name) == null && !(path.isEmpty() && name.equals(TYPE)))
                .forEach(name -> wrong(path + name, "There is no such field."));
        return record;
    }

    private @Nullable Object field(Schema.Field field, JsonNode json, String path) {
        if (json.isMissingNode() && field.hasDefaultValue()) {
            return SpecificData.get()
                    .deepCopy(field.schema(), SpecificData.get().getDefaultValue(field));
        }
        return json.isMissingNode() ? wrong(path, "It is missing.") : value(field.schema(), json, path);
    }

    private @Nullable Object value(Schema schema, JsonNode json, String path) {
        return switch (schema.getType()) {
            case UNION -> json.isNull() ? null : value(present(schema), json, path);
            case RECORD -> json.isObject() ? record(schema, json, path + ".") : wrong(path, "It is a JSON object.");
            case ARRAY -> array(schema.getElementType(), json, path);
            case MAP -> map(schema.getValueType(), json, path);
            case ENUM -> symbol(schema, json, path);
            case STRING -> json.isString() ? json.asString() : wrong(path, "It is a text.");
            case BOOLEAN -> json.isBoolean() ? (Object) json.booleanValue() : wrong(path, "It is true or false.");
            case INT -> schema.getLogicalType() == null ? integer(json, path) : date(json, path);
            case LONG -> schema.getLogicalType() == null ? number(json, path) : instant(json, path);
            case DOUBLE -> json.isNumber() ? (Object) json.doubleValue() : wrong(path, "It is a number.");
            case BYTES -> schema.getLogicalType() == null ? bytes(json, path) : decimal(schema, json, path);
            default -> throw new IllegalStateException(path + " is of a type no fact has: " + schema.getType());
        };
    }

    /** In facts a union is a value or none. */
    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Object array(Schema element, JsonNode json, String path) {
        if (!json.isArray()) {
            return wrong(path, "It is a list.");
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            values.add(value(element, json.get(i), path + "[" + i + "]"));
        }
        return values;
    }

    private @Nullable Object map(Schema element, JsonNode json, String path) {
        if (!json.isObject()) {
            return wrong(path, "It is a JSON object.");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        json.properties()
                .forEach(entry ->
                        values.put(entry.getKey(), value(element, entry.getValue(), path + "." + entry.getKey())));
        return values;
    }

    private @Nullable Object symbol(Schema schema, JsonNode json, String path) {
        return json.isString() && schema.hasEnumSymbol(json.asString())
                ? SpecificData.get().createEnum(json.asString(), schema)
                : wrong(path, "It is one of " + String.join(", ", schema.getEnumSymbols()) + ".");
    }

    private @Nullable Object integer(JsonNode json, String path) {
        return json.isIntegralNumber() && json.canConvertToInt()
                ? (Object) json.intValue()
                : wrong(path, "It is a whole number.");
    }

    private @Nullable Object number(JsonNode json, String path) {
        return json.isIntegralNumber() && json.canConvertToLong()
                ? (Object) json.longValue()
                : wrong(path, "It is a whole number.");
    }

    private @Nullable Object instant(JsonNode json, String path) {
        try {
            Instant instant = OffsetDateTime.parse(json.asString("")).toInstant();
            return instant.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            return wrong(path, "It is a moment such as 2024-05-31T12:00:00Z.");
        }
    }

    private @Nullable Object date(JsonNode json, String path) {
        try {
            return LocalDate.parse(json.asString(""));
        } catch (DateTimeException e) {
            return wrong(path, "It is a date such as 2024-05-31.");
        }
    }

    private @Nullable Object bytes(JsonNode json, String path) {
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(json.asString("!")));
        } catch (IllegalArgumentException e) {
            return wrong(path, "It is bytes in Base64.");
        }
    }

    private @Nullable Object decimal(Schema schema, JsonNode json, String path) {
        LogicalTypes.Decimal type = (LogicalTypes.Decimal) schema.getLogicalType();
        try {
            BigDecimal decimal = new BigDecimal(json.asString("")).setScale(type.getScale());
            return decimal.precision() <= type.getPrecision() ? decimal : wrong(path, "It has too many digits.");
        } catch (ArithmeticException | NumberFormatException e) {
            return wrong(path, "It is a number with at most %d decimals.".formatted(type.getScale()));
        }
    }

    private @Nullable Object wrong(String path, String message) {
        errors.add(new Mistake(path, message));
        return null;
    }
}
