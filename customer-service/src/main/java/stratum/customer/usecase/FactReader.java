package stratum.customer.usecase;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.CustomerProfiled;
import stratum.events.FxRateSet;
import stratum.events.HoldingChanged;
import stratum.events.InteractionRecorded;
import stratum.events.OfferOutcome;
import stratum.events.RelationshipsValued;
import stratum.events.TransactionPosted;
import stratum.platform.web.InvalidInput.Mistake;
import stratum.schemas.FactRules;
import tools.jackson.databind.JsonNode;

/**
 * Reads facts from JSON: {@code {"type": "TransactionPosted", ...}} with the field names of the Avro schemas, and says
 * of a broken one all that is wrong with it. An unknown field is a mistake too: a misspelt one would be lost in
 * silence.
 */
public final class FactReader {

    private static final Map<String, Schema> TYPES = types(
            TransactionPosted.getClassSchema(),
            InteractionRecorded.getClassSchema(),
            HoldingChanged.getClassSchema(),
            CustomerProfiled.getClassSchema(),
            OfferOutcome.getClassSchema(),
            FxRateSet.getClassSchema());

    /** What this service says itself, and nobody else. */
    private static final Map<String, Schema> OWN = types(RelationshipsValued.getClassSchema());

    private FactReader() {}

    /** The fact of the outbox in this JSON, or what is wrong with it. */
    static Reading readOwn(JsonNode json) {
        Schema schema = OWN.get(json.path("type").asString(""));
        return schema == null ? read(json) : read(json, schema);
    }

    /** The fact in this JSON, or what is wrong with it. */
    public static Reading read(JsonNode json) {
        if (!json.isObject()) {
            return broken(null, "", "A fact is a JSON object.");
        }
        Schema schema = TYPES.get(json.path("type").asString(""));
        return schema == null
                ? broken(eventId(json), "type", "The type is one of " + String.join(", ", TYPES.keySet()) + ".")
                : read(json, schema);
    }

    private static Reading read(JsonNode json, Schema schema) {
        FromJson conversion = new FromJson();
        SpecificRecord fact = conversion.fact(schema, json);
        List<Mistake> errors = conversion.errors().isEmpty() ? brokenRules(fact) : conversion.errors();
        return errors.isEmpty() ? new Reading.Sound(fact) : new Reading.Broken(eventId(json), errors);
    }

    private static List<Mistake> brokenRules(SpecificRecord fact) {
        return FactRules.violations(fact).stream()
                .map(violation -> new Mistake(violation.field(), violation.sentence()))
                .toList();
    }

    static Reading.Broken broken(@Nullable String eventId, String field, String message) {
        return new Reading.Broken(eventId, List.of(new Mistake(field, message)));
    }

    private static @Nullable String eventId(JsonNode json) {
        JsonNode id = json.path("eventId");
        return id.isString() ? id.asString() : null;
    }

    private static Map<String, Schema> types(Schema... schemas) {
        Map<String, Schema> types = new TreeMap<>();
        Stream.of(schemas).forEach(schema -> types.put(schema.getName(), schema));
        return types;
    }
}
