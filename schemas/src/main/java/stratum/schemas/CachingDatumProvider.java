package stratum.schemas;

import io.apicurio.registry.serde.avro.DefaultAvroDatumProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Keeps one reader and one writer per schema object. The provider it extends computes a schema's fingerprint for every
 * record, which costs five times as much as reading the record. Bounded by the number of schema versions in use.
 */
public final class CachingDatumProvider<T extends SpecificRecord> extends DefaultAvroDatumProvider<T> {

    private final Map<Identity, DatumWriter<T>> writers = new ConcurrentHashMap<>();
    private final Map<Identity, DatumReader<T>> readers = new ConcurrentHashMap<>();

    @Override
    public DatumWriter<T> createDatumWriter(T data, Schema schema) {
        Identity key = new Identity(schema);
        DatumWriter<T> writer = writers.get(key);
        if (writer == null) {
            writer = new EventDatumWriter<>(schema);
            writers.put(key, writer);
        }
        return writer;
    }

    @Override
    public DatumReader<T> createDatumReader(Schema schema) {
        Identity key = new Identity(schema);
        DatumReader<T> reader = readers.get(key);
        if (reader == null) {
            reader = super.createDatumReader(schema);
            readers.put(key, reader);
        }
        return reader;
    }

    /** A schema's own {@code equals} walks the whole schema. */
    private record Identity(Schema schema) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Identity that && that.schema == schema;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(schema);
        }
    }
}
