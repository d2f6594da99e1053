package stratum.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.Initiator;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;
import stratum.sandbox.feed.Day;
import stratum.schemas.Topics;

/** What is broken ends in the dead letters of every service that read it, with its reason; the next good fact counts. */
final class BadInputIT {

    private static final LocalDate DAY = LocalDate.parse("2025-03-03");
    private static final String CUSTOMER = "anna";
    private static final String[] REASONS = {
        "UNREADABLE", "UNKNOWN_SCHEMA", "MISSING_CUSTOMER", "INVALID", "UNREADABLE", "ABSURD_DATE", "TOO_LARGE"
    };

    @TempDir
    private Path dir;

    @Test
    void each_kind_of_bad_input_is_kept_with_its_reason_and_the_next_good_fact_is_booked() throws Exception {
        Part history = new Part(
                "bad input",
                "EUR",
                ZoneOffset.UTC,
                List.of(
                        new Day(DAY, List.of(transaction("first", 100_00, at(9)))),
                        new Day(DAY.plusDays(1), List.of(transaction("second", 250_00, at(33))))),
                Map.of());
        try (Road road = Road.open(dir, 5000, 4, history)) {
            road.play(history.days(0, 1));
            publishBadInput(road);
            road.play(history.days(1, 2));

            assertThat(reasons(Topics.SCORING_DEAD_LETTERS, road)).containsExactlyInAnyOrder(REASONS);
            assertThat(reasons(Topics.LIFECYCLE_DEAD_LETTERS, road)).containsExactlyInAnyOrder(REASONS);
            assertThat(road.get("scoring-service", "/v1/scores/" + CUSTOMER).get(0))
                    .contains("\"balance\":25000")
                    .contains("\"txnCount90d\":2");
        }
    }

    private static void publishBadInput(Road road) throws Exception {
        byte[] good = road.serde().serializer().serialize(Topics.TRANSACTIONS, transaction("good", 1_00, at(10)));
        byte[] unknownSchema = good.clone();
        unknownSchema[1] = 0x7f;
        List<byte[]> values = List.of(
                "garbage".getBytes(StandardCharsets.UTF_8),
                unknownSchema,
                serialized(road, transaction("", "nobody", 1_00, at(10))),
                serialized(road, transaction(CUSTOMER, "negative", -5_00, at(10))),
                unknownPurpose(road, good),
                serialized(road, transaction(CUSTOMER, "absurd", 1_00, Instant.parse("1066-10-14T09:00:00Z"))),
                new byte[2 * 1024 * 1024]);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", road.addresses().bootstrapServers(),
                        "max.request.size", 3 * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(Topics.TRANSACTIONS, CUSTOMER, value)).get();
            }
        }
    }

    private static byte[] serialized(Road road, SpecificRecord fact) {
        return road.serde().serializer().serialize(Topics.TRANSACTIONS, fact);
    }

    /** A bank that is ahead of us has added a purpose, which the registry lets in; we cannot read it. */
    private static byte[] unknownPurpose(Road road, byte[] good) throws Exception {
        Schema newer = new Schema.Parser()
                .parse(TransactionPosted.getClassSchema().toString().replace("\"SALARY\"", "\"SALARY\",\"DIVIDEND\""));
        new stratum.schemas.Registration(road.addresses().registryUrl()).register("bank.transactions-value", newer);
        int id = Integer.parseInt(new String(
                        java.net.http.HttpClient.newHttpClient()
                                .send(
                                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                                                        road.addresses().registryUrl()
                                                                + "/apis/ccompat/v7/subjects/bank.transactions-value/versions/latest"))
                                                .build(),
                                        java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                                .body(),
                        StandardCharsets.UTF_8)
                .replaceAll(".*\"id\":(\\d+).*", "$1"));
        GenericRecord record = new GenericData.Record(newer);
        TransactionPosted like = (TransactionPosted) road.serde().deserializer().deserialize(Topics.TRANSACTIONS, good);
        newer.getFields().forEach(field -> record.put(field.pos(), like.get(field.pos())));
        record.put(
                "purpose",
                new GenericData.EnumSymbol(newer.getField("purpose").schema(), "DIVIDEND"));
        return generic(newer, record, id);
    }

    private static byte[] generic(Schema schema, GenericRecord record, int id) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(java.nio.ByteBuffer.allocate(4).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        GenericData model = stratum.events.TransactionPosted.getClassSchema() == null
                ? GenericData.get()
                : new org.apache.avro.specific.SpecificData();
        model.addLogicalTypeConversion(new org.apache.avro.data.TimeConversions.TimestampMillisConversion());
        new GenericDatumWriter<GenericRecord>(schema, model).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static List<String> reasons(String topic, Road road) {
        List<String> reasons = new ArrayList<>();
        try (TopicReader reader = new TopicReader(road.addresses().bootstrapServers())) {
            reader.readAll(
                    topic,
                    letter -> reasons.add(new String(
                            letter.headers().lastHeader("stratum.reason").value(), StandardCharsets.UTF_8)));
        }
        return reasons;
    }

    private static Instant at(int hours) {
        return DAY.atStartOfDay(ZoneOffset.UTC).plusHours(hours).toInstant();
    }

    private static TransactionPosted transaction(String id, long amount, Instant at) {
        return transaction(CUSTOMER, id, amount, at);
    }

    private static TransactionPosted transaction(String customer, String id, long amount, Instant at) {
        return new TransactionPosted(
                id,
                customer,
                customer + "-01",
                at,
                ProductFamily.DEPOSIT,
                Direction.CREDIT,
                new Money(amount, "EUR"),
                new Money(amount, "EUR"),
                Purpose.TRANSFER_IN,
                Channel.MOBILE,
                null,
                Initiator.CUSTOMER,
                null);
    }
}
