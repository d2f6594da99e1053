package stratum.schemas;

import io.apicurio.registry.resolver.ParsedSchema;
import io.apicurio.registry.resolver.data.Record;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.resolver.strategy.ArtifactReferenceResolverStrategy;
import io.apicurio.registry.serde.data.SerdeMetadata;
import org.apache.avro.Schema;

/**
 * Names a record's subject in the registry by the catalogue. The record a topic exists for is {@code <topic>-value},
 * which is what Confluent's clients look for; a topic's further records have subjects of their own.
 */
public final class SubjectStrategy implements ArtifactReferenceResolverStrategy<Schema, Object> {

    @Override
    public ArtifactReference artifactReference(Record<Object> data, ParsedSchema<Schema> parsedSchema) {
        String topic = ((SerdeMetadata) data.metadata()).getTopic();
        return ArtifactReference.builder()
                .groupId("default")
                .artifactId(subject(topic, parsedSchema.getParsedSchema()))
                .build();
    }

    private static String subject(String topic, Schema schema) {
        return Topics.knows(topic) ? Topics.named(topic).subjectOf(schema) : topic + "-value";
    }
}
