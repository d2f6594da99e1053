package stratum.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
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
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Initiator;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;
import stratum.sandbox.feed.Day;
import stratum.sandbox.load.Loading;
import stratum.schemas.Registration;
import stratum.schemas.Topics;

/** What is broken ends in the dead letters of every service that read it, with its reason; the next good fact counts. */
final class BadInputIT {

    private static final LocalDate DAY = LocalDate.parse("2025-03-03");
    private static final String CUSTOMER = "anna";
    private static final int HEADER = 5;
    private static final String[] REASONS = {
        "UNREADABLE",
        "UNKNOWN_SCHEMA",
        "MISSING_CUSTOMER",
        "INVALID",
        "UNREADABLE",
        "ABSURD_DATE",
        "TOO_LATE",
        "INVALID",
        "TOO_LARGE"
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
            assertAnIncompatibleSchemaIsRefused(road);
            publishBadInput(road);
            assertAFileIsLoadedButForItsBadLines(road);
            road.play(history.days(1, 2));

            assertThat(reasons(Topics.SCORING_DEAD_LETTERS, road)).containsExactlyInAnyOrder(REASONS);
            assertThat(reasons(Topics.LIFECYCLE_DEAD_LETTERS, road)).containsExactlyInAnyOrder(REASONS);
            assertThat(road.get("scoring-service", "/v1/scores/" + CUSTOMER).get(0))
                    .contains("\"balance\":25000")
                    .contains("\"txnCount90d\":2");
            assertThat(road.get("scoring-service", "/v1/scores/loaded").get(0)).contains("\"txnCount90d\":1");
        }
    }

    /** A field without a default: records written before it could not be read any more. */
    private static void assertAnIncompatibleSchemaIsRefused(Road road) {
        Schema broken = new Schema.Parser()
                .parse(HoldingChanged.getClassSchema()
                        .toString()
                        .replace("\"fields\":[", "\"fields\":[{\"name\":\"new\",\"type\":\"string\"},"));
        assertThatThrownBy(
                        () -> new Registration(road.addresses().registryUrl()).register("bank.holdings-value", broken))
                .hasMessageContaining("409");
    }

    private void assertAFileIsLoadedButForItsBadLines(Road road) throws Exception {
        String good = """
                {"type": "TransactionPosted", "eventId": "l-1", "customerId": "loaded", "accountId": "loaded-01",\
                 "occurredAt": "2025-03-04T09:00:00Z", "productFamily": "DEPOSIT", "direction": "CREDIT",\
                 "amount": {"amountMinor": 100, "currency": "EUR"}, "purpose": "CASH", "channel": "BRANCH",\
                 "initiator": "CUSTOMER"}
                """;
        String bad = """
                {no json

                {"type": "Rumour"}
                """ + good.replace("CREDIT", "SIDEWAYS") + good.replace("\"eventId\": \"l-1\", ", "");
        Path file = Files.writeString(dir.resolve("facts.ndjson"), good + bad + good);
        List<String> said = new ArrayList<>();

        boolean all = new Loading(file, road.url("customer-service"), said::add).load();

        assertThat(all).isFalse();
        assertThat(said)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(file + ":2: This line is no JSON: "),
                        line -> assertThat(line).startsWith(file + ":4: type: The type is one of "),
                        line -> assertThat(line).isEqualTo(file + ":5: direction: It is one of CREDIT, DEBIT."),
                        line -> assertThat(line).isEqualTo(file + ":6: eventId: It is missing."),
                        line -> assertThat(line).isEqualTo("2 facts accepted, 4 refused."));
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
                serialized(road, transaction(CUSTOMER, "before 1970", 1_00, Instant.parse("1965-07-01T09:00:00Z"))),
                ofAnotherTopic(road),
                new byte[2 * 1024 * 1024]);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", road.addresses().bootstrapServers(), "max.request.size", 3 * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(Topics.TRANSACTIONS, CUSTOMER, value))
                        .get();
            }
        }
    }

    /** Sound, and known to the registry, but no transaction. */
    private static byte[] ofAnotherTopic(Road road) {
        HoldingChanged holding = HoldingChanged.newBuilder()
                .setEventId("holding")
                .setCustomerId(CUSTOMER)
                .setAccountId(CUSTOMER + "-01")
                .setOccurredAt(at(10))
                .setProductCode("CURRENT")
                .setFamily(ProductFamily.DEPOSIT)
                .setStatus(HoldingStatus.OPENED)
                .build();
        return road.serde().serializer().serialize(Topics.HOLDINGS, holding);
    }

    private static byte[] serialized(Road road, SpecificRecord fact) {
        return road.serde().serializer().serialize(Topics.TRANSACTIONS, fact);
    }

    /** A bank that is ahead of us has added a purpose, which the registry lets in; we cannot read it. */
    private static byte[] unknownPurpose(Road road, byte[] good) throws Exception {
        Schema ours = TransactionPosted.getClassSchema();
        Schema theirs = new Schema.Parser().parse(ours.toString().replace("\"SALARY\"", "\"SALARY\",\"DIVIDEND\""));
        int id = new Registration(road.addresses().registryUrl()).register("bank.transactions-value", theirs);
        GenericRecord fact = new GenericDatumReader<GenericRecord>(ours, theirs)
                .read(null, DecoderFactory.get().binaryDecoder(good, HEADER, good.length - HEADER, null));
        fact.put("eventId", "dividend");
        fact.put(
                "purpose", new GenericData.EnumSymbol(theirs.getField("purpose").schema(), "DIVIDEND"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(HEADER).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(theirs).write(fact, encoder);
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
