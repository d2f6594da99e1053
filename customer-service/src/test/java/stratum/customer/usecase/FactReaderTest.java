package stratum.customer.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.events.Channel;
import stratum.events.Consent;
import stratum.events.ContactPurpose;
import stratum.events.CustomerKind;
import stratum.events.CustomerProfiled;
import stratum.events.Direction;
import stratum.events.FxRateSet;
import stratum.events.Initiator;
import stratum.events.Link;
import stratum.events.LinkKind;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.Reversed;
import stratum.events.TransactionPosted;
import stratum.platform.web.InvalidInput.Mistake;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class FactReaderTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00.123Z");

    @Test
    void a_fact_written_as_json_is_read_as_the_same_fact() {
        assertThat(read(FactWriter.whole(transaction()))).isEqualTo(new Reading.Sound(transaction()));
        assertThat(read(FactWriter.whole(profile()))).isEqualTo(new Reading.Sound(profile()));
        SpecificRecord rate = new FxRateSet("USD", LocalDate.of(2024, 5, 6), new BigDecimal("0.9271000000"));
        assertThat(read(FactWriter.whole(rate))).isEqualTo(new Reading.Sound(rate));
    }

    @Test
    void what_has_a_default_may_be_left_out() {
        Reading reading = read("""
                {"type": "CustomerProfiled", "eventId": "e-1", "customerId": "c-1",
                 "occurredAt": "2024-05-06T14:00:00.123+02:00", "kind": "PERSONAL"}
                """);

        assertThat(reading).isInstanceOfSatisfying(Reading.Sound.class, sound -> {
            CustomerProfiled profile = (CustomerProfiled) sound.fact();
            assertThat(profile.getOccurredAt()).isEqualTo(NOON);
            assertThat(profile.getLanguage()).isEqualTo("en");
            assertThat(profile.getConsents()).isEmpty();
            assertThat(profile.getBirthDate()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eventId              | 7                        | It is a text.
            occurredAt           | "yesterday"              | It is a moment such as 2024-05-31T12:00:00Z.
            occurredAt           | 1714996800000            | It is a moment such as 2024-05-31T12:00:00Z.
            kind                 | "PERSON"                 | It is one of PERSONAL, CORPORATE.
            birthDate            | "31.5.1970"              | It is a date such as 2024-05-31.
            vulnerable           | "no"                     | It is true or false.
            consents             | {}                       | It is a list.
            links                | null                     | It is a list.
            personalData         | "not base 64"            | It is bytes in Base64.
            nickname             | "Bob"                    | There is no such field.
            riskAppetite         | "C9"                     | The risk appetite is C1 to C5.
            """)
    void a_mistake_is_told_in_a_sentence(String field, String value, String sentence) {
        ObjectNode fact = (ObjectNode) JSON.readTree(FactWriter.whole(profile()));
        fact.set(field, JSON.readTree(value));

        assertThat(FactReader.read(fact))
                .isInstanceOfSatisfying(
                        Reading.Broken.class,
                        broken -> assertThat(broken.errors()).containsExactly(new Mistake(field, sentence)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"amountMinor": 1.5, "currency": "EUR"}                   | amount.amountMinor
            {"amountMinor": 99999999999999999999, "currency": "EUR"}  | amount.amountMinor
            {"amountMinor": "1", "currency": "EUR"}                   | amount.amountMinor
            {"amountMinor": 1, "currency": "EUR", "cents": 1}         | amount.cents
            {"amountMinor": 1}                                        | amount.currency
            {"amountMinor": 0, "currency": "EUR"}                     | amount.amountMinor
            5                                                         | amount
            """)
    void money_is_whole_minor_units_and_a_currency(String amount, String field) {
        ObjectNode fact = (ObjectNode) JSON.readTree(FactWriter.whole(transaction()));
        fact.set("amount", JSON.readTree(amount));

        assertThat(FactReader.read(fact))
                .isInstanceOfSatisfying(
                        Reading.Broken.class,
                        broken -> assertThat(broken.errors())
                                .extracting(Mistake::field)
                                .containsExactly(field));
    }

    @Test
    void only_facts_are_taken() {
        assertThat(read("[]")).isInstanceOf(Reading.Broken.class);
        assertThat(read("{}")).isInstanceOf(Reading.Broken.class);
        assertThat(read("{\"type\": \"ClockTicked\"}")).isInstanceOf(Reading.Broken.class);
        assertThat(read("{\"type\": {}, \"eventId\": \"e-1\"}"))
                .isInstanceOfSatisfying(
                        Reading.Broken.class,
                        broken -> assertThat(broken.eventId()).isEqualTo("e-1"));
    }

    private static Reading read(String json) {
        return FactReader.read(JSON.readTree(json));
    }

    private static TransactionPosted transaction() {
        return new TransactionPosted(
                "e-1",
                "c-1",
                "a-1",
                NOON,
                ProductFamily.DEPOSIT,
                Direction.CREDIT,
                new Money(1L, "EUR"),
                new Money(-7L, "EUR"),
                Purpose.OTHER,
                Channel.WEB,
                "AB",
                Initiator.BANK,
                new Reversed("e-0", NOON.minusSeconds(1), new Money(1L, "EUR")));
    }

    private static CustomerProfiled profile() {
        return CustomerProfiled.newBuilder()
                .setEventId("e-1")
                .setCustomerId("c-1")
                .setOccurredAt(NOON)
                .setKind(CustomerKind.CORPORATE)
                .setBirthDate(LocalDate.of(1970, 5, 31))
                .setLinks(List.of(new Link(LinkKind.EMPLOYED_BY, "c-2")))
                .setConsents(List.of(new Consent(Channel.SMS, ContactPurpose.MARKETING, true, NOON, "form")))
                .setPersonalData(ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .build();
    }
}
