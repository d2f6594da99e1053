package stratum.platform.stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import stratum.events.ClockTicked;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;

/** What a record must be to be let in. All that can be wrong with it is found here, before it is held. */
final class Admission {

    private final Deserializer<SpecificRecord> deserializer;

    Admission(Deserializer<SpecificRecord> deserializer) {
        this.deserializer = deserializer;
    }

    SpecificRecord admit(String topic, @Nullable String key, byte @Nullable [] value) {
        SpecificRecord event = admitReference(topic, value);
        if (!(event instanceof ClockTicked)) {
            requireKey(key, event);
        }
        return event;
    }

    /** Reads what is about no single customer. */
    SpecificRecord admitReference(String topic, byte @Nullable [] value) {
        if (value == null) {
            throw new Refused(FactRules.INVALID, "It has no value");
        }
        if (value.length > Topics.LARGEST_RECORD_BYTES) {
            throw new Refused(
                    "TOO_LARGE",
                    "It has %d bytes, and a record may have %d".formatted(value.length, Topics.LARGEST_RECORD_BYTES));
        }
        SpecificRecord event = deserializer.deserialize(topic, value);
        requireCarried(topic, event);
        FactRules.violation(event).ifPresent(Admission::refuse);
        return event;
    }

    private static void requireCarried(String topic, SpecificRecord event) {
        if (!Topics.named(topic).records().contains(event.getSchema())) {
            throw new Refused(
                    FactRules.INVALID,
                    "It is a %s, which %s does not carry"
                            .formatted(event.getSchema().getName(), topic));
        }
    }

    private static void refuse(FactRules.Violation violation) {
        throw new Refused(violation.reason(), violation.field() + ": " + violation.sentence());
    }

    private static void requireKey(@Nullable String key, SpecificRecord event) {
        String customer = FactRules.customerOf(event);
        if (customer == null || !customer.equals(key)) {
            throw new Refused(FactRules.MISSING_CUSTOMER, "Its key is %s, but it is about %s".formatted(key, customer));
        }
    }
}
