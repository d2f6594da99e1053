package stratum.schemas;

import java.util.List;
import org.apache.avro.Schema;

/** Ids of the catalogue's schemas, from 1, without a registry. */
final class LocalSchemas {

    private static final List<Schema> SCHEMAS = Topics.catalogue().stream()
            .flatMap(topic -> topic.records().stream())
            .distinct()
            .toList();

    private LocalSchemas() {}

    static int idOf(Schema schema) {
        return SCHEMAS.indexOf(schema) + 1;
    }

    static Schema schemaOf(int id) {
        if (id < 1 || id > SCHEMAS.size()) {
            throw UnreadableRecord.unknownSchema(id, new IllegalArgumentException("id " + id));
        }
        return SCHEMAS.get(id - 1);
    }
}
