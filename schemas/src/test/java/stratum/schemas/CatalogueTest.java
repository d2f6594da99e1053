package stratum.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stratum.events.ClockTicked;
import stratum.events.CustomerProfiled;
import stratum.events.FxRateSet;
import stratum.events.HoldingChanged;
import stratum.events.InteractionRecorded;
import stratum.events.OfferOutcome;
import stratum.events.OfferWithdrawn;
import stratum.events.PolicyPublished;
import stratum.events.TransactionPosted;

/** Every topic has a name, every record and field says what it is, and money is never a floating-point number. */
final class CatalogueTest {

    static Stream<Schema> records() {
        return Topics.catalogue().stream()
                .flatMap(topic -> topic.records().stream())
                .distinct();
    }

    @Test
    void every_topic_has_a_subject_of_its_own_for_each_record() {
        List<String> subjects = Topics.subjects().toList();

        assertThat(subjects).doesNotHaveDuplicates().contains("bank.transactions-value", "campaign.offers-value");
        assertThat(subjects).contains("scoring.tier-signals-stratum.events.ClockTicked");
    }

    static Stream<Arguments> facts() {
        return Stream.of(
                Arguments.of(new TransactionPosted(), "bank.transactions"),
                Arguments.of(new InteractionRecorded(), "bank.interactions"),
                Arguments.of(new HoldingChanged(), "bank.holdings"),
                Arguments.of(new CustomerProfiled(), "bank.customers"),
                Arguments.of(new ClockTicked(), "bank.clock"),
                Arguments.of(new FxRateSet(), "bank.fx-rates"),
                Arguments.of(new OfferOutcome(), "campaign.outcomes"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_fact_has_a_topic_of_its_own(SpecificRecord fact, String topic) {
        assertThat(Topics.of(fact).name()).isEqualTo(topic);
    }

    @Test
    void what_no_topic_or_more_than_one_exists_for_has_none_of_its_own() {
        assertThatThrownBy(() -> Topics.of(new OfferWithdrawn()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("0 topics exist for OfferWithdrawn; there should be one");
        assertThatThrownBy(() -> Topics.of(new PolicyPublished()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("4 topics exist for PolicyPublished; there should be one");
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_record_and_field_is_documented(Schema schema) {
        assertThat(undocumented(schema, new HashSet<>())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void the_generated_class_reads_times_and_dates_as_such(Schema schema) {
        schema.getFields().stream()
                .filter(field -> field.name().endsWith("At") || field.name().equals("businessTime"))
                .forEach(field -> assertThat(field.schema().getLogicalType())
                        .as("%s.%s", schema.getName(), field.name())
                        .isNotNull());
    }

    private static List<String> undocumented(Schema schema, Set<String> seen) {
        return switch (schema.getType()) {
            case RECORD -> seen.add(schema.getFullName()) ? undocumentedFields(schema, seen) : List.of();
            case ENUM -> schema.getDoc() == null ? List.of(schema.getFullName()) : List.of();
            case ARRAY -> undocumented(schema.getElementType(), seen);
            case MAP -> undocumented(schema.getValueType(), seen);
            case UNION ->
                schema.getTypes().stream()
                        .flatMap(type -> undocumented(type, seen).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static List<String> undocumentedFields(Schema schema, Set<String> seen) {
        Stream<String> itself = schema.getDoc() == null ? Stream.of(schema.getFullName()) : Stream.of();
        Stream<String> fields = schema.getFields().stream()
                .filter(field -> field.doc() == null)
                .map(field -> schema.getFullName() + "." + field.name());
        Stream<String> below =
                schema.getFields().stream().flatMap(field -> undocumented(field.schema(), seen).stream());
        return Stream.of(itself, fields, below).flatMap(names -> names).toList();
    }

    @Test
    void the_trusted_package_holds_every_record() {
        assertThat(records().map(Schema::getNamespace).distinct()).containsExactly("stratum.events");
    }
}
