package stratum.customer.usecase;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes records as JSON in the shape that {@link FactReader} reads; fields without a value are left out. */
public final class FactWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private FactWriter() {}

    /** The whole record, with its type. */
    public static String whole(SpecificRecord record) {
        return write(generator -> {
            generator.writeStartObject();
            generator.writeStringProperty("type", record.getSchema().getName());
            fields(record, Set.of(), generator);
            generator.writeEndObject();
        });
    }

    /** The record without its type and without these fields. */
    public static String without(Set<String> left, SpecificRecord record) {
        return write(generator -> {
            generator.writeStartObject();
            fields(record, left, generator);
            generator.writeEndObject();
        });
    }

    /** A list of records. */
    public static String list(Collection<? extends SpecificRecord> records) {
        return write(generator -> value(records, generator));
    }

    private interface Body {
        void write(JsonGenerator generator);
    }

    private static String write(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            body.write(generator);
        }
        return text.toString();
    }

    private static void fields(SpecificRecord record, Set<String> left, JsonGenerator generator) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null && !left.contains(field.name())) {
                generator.writeName(field.name());
                value(value, generator);
            }
        }
    }

    private static void value(@Nullable Object value, JsonGenerator generator) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof SpecificRecord record) {
            generator.writeStartObject();
            fields(record, Set.of(), generator);
            generator.writeEndObject();
        } else if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach((name, each) -> {
                generator.writeName(name.toString());
                value(each, generator);
            });
            generator.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            generator.writeStartArray();
            list.forEach(each -> value(each, generator));
            generator.writeEndArray();
        } else {
            scalar(value, generator);
        }
    }

    private static void scalar(Object value, JsonGenerator generator) {
        if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Long number) {
            generator.writeNumber(number.longValue());
        } else if (value instanceof Integer number) {
            generator.writeNumber(number.intValue());
        } else if (value instanceof Double number && Double.isFinite(number)) {
            generator.writeNumber(number.doubleValue());
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            generator.writeString(Base64.getEncoder().encodeToString(copy));
        } else {
            // Texts, symbols, moments, dates and decimals, as they write themselves.
            generator.writeString(value.toString());
        }
    }
}
