package stratum.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stratum.events.ClockTicked;
import stratum.events.FxRateSet;

final class EventDatumWriterTest {

    private static final int RECORDS = 50;
    private static final int SEED = 7;

    @BeforeAll
    static void trustEvents() {
        EventSerde.trustEvents();
    }

    static Stream<Schema> everyRecordOfTheCatalogue() {
        return Topics.catalogue().stream()
                .flatMap(topic -> topic.records().stream())
                .distinct()
                // Random bytes are no decimal of its precision.
                .filter(schema -> !schema.equals(FxRateSet.getClassSchema()));
    }

    @ParameterizedTest
    @MethodSource("everyRecordOfTheCatalogue")
    void writes_what_avro_writes(Schema schema) throws IOException {
        DatumWriter<SpecificRecord> avro = new SpecificDatumWriter<>(schema);
        DatumWriter<SpecificRecord> ours = new EventDatumWriter<>(schema);
        for (Object some : new RandomData(schema, RECORDS, SEED)) {
            SpecificRecord event = specific(schema, some);
            assertThat(written(ours, event)).isEqualTo(written(avro, event));
        }
    }

    @Test
    void writes_decimals_as_avro_does() throws IOException {
        Schema schema = FxRateSet.getClassSchema();
        FxRateSet rate = new FxRateSet("USD", LocalDate.EPOCH, new BigDecimal("1.0875000000"));
        assertThat(written(new EventDatumWriter<>(schema), rate))
                .isEqualTo(written(new SpecificDatumWriter<>(schema), rate));
    }

    @Test
    void writes_the_next_record_whole_after_one_that_it_could_not_write() throws IOException {
        DatumWriter<SpecificRecord> ours = new EventDatumWriter<>(ClockTicked.getClassSchema());
        ClockTicked broken = new ClockTicked(Instant.EPOCH, null);
        assertThatThrownBy(() -> written(ours, broken)).isInstanceOf(NullPointerException.class);
        ClockTicked whole = new ClockTicked(Instant.EPOCH, List.of());
        assertThat(written(ours, whole))
                .isEqualTo(written(new SpecificDatumWriter<>(ClockTicked.getClassSchema()), whole));
    }

    private static SpecificRecord specific(Schema schema, Object some) throws IOException {
        byte[] bytes = written(new GenericDatumWriter<>(schema), some);
        return new SpecificDatumReader<SpecificRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }

    private static <T> byte[] written(DatumWriter<T> writer, T datum) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        writer.write(datum, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
