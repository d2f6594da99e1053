package stratum.campaign.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import stratum.campaign.domain.Caution;
import stratum.campaign.domain.Channel;
import stratum.campaign.domain.Consents;
import stratum.campaign.domain.Contact;
import stratum.campaign.domain.Customer;
import stratum.campaign.domain.Exposure;
import stratum.campaign.domain.FeatureNames;
import stratum.campaign.domain.History;
import stratum.campaign.domain.Occasion;
import stratum.campaign.domain.OccasionKind;
import stratum.campaign.domain.Profile;
import stratum.campaign.domain.Purpose;
import stratum.campaign.domain.Reason;
import stratum.campaign.domain.Standing;
import stratum.campaign.domain.Waiting;

class CustomerBytesTest {

    @Test
    void somebody_not_met_before_takes_few_bytes() {
        byte[] bytes = CustomerWriter.write(Customer.unknown("ann"));

        assertThat(bytes).hasSizeLessThan(20);
        assertThat(CustomerReader.read("ann", bytes)).isEqualTo(Customer.unknown("ann"));
    }

    @RepeatedTest(200)
    void what_is_written_is_read_and_written_the_same(RepetitionInfo repetition) {
        Customer customer = random(new Random(repetition.getCurrentRepetition()));

        byte[] bytes = CustomerWriter.write(customer);

        assertThat(CustomerReader.read("ann", bytes)).isEqualTo(customer);
        assertThat(CustomerWriter.write(CustomerReader.read("ann", bytes))).isEqualTo(bytes);
    }

    @Test
    void a_customer_with_a_full_life_stays_under_half_a_kilobyte() {
        Map<String, Object> features = new HashMap<>();
        FeatureNames.ALL.stream().limit(12).forEach(name -> features.put(name, 123_456_789L));
        Instant at = Instant.parse("1995-03-06T12:00:00Z");
        Customer customer = new Customer(
                "ann",
                profile(new Random(1)),
                new Standing("VIP", features, List.of("WEALTH", "PENSION")),
                "GROWTH",
                Caution.NONE,
                new History(
                        List.of(new Contact(Channel.PUSH, at), new Contact(Channel.SMS, at)),
                        Map.of("welcome", at, "retention", at, "new-tier-benefits", at),
                        Map.of(),
                        Map.of("welcome", at),
                        LongStream.range(0, 6)
                                .mapToObj(occasion -> new History.Decided(occasion << 50, LocalDate.of(1995, 3, 6)))
                                .toList(),
                        List.of(),
                        List.of(exposure(new Random(1)))),
                at);

        assertThat(CustomerWriter.write(customer)).hasSizeLessThan(512);
    }

    @Test
    void bytes_of_a_later_version_are_refused() {
        assertThatThrownBy(() -> CustomerReader.read("ann", new byte[] {9, 0, 0}))
                .hasMessage("A customer has layout 9, which this version cannot read");
    }

    private static Customer random(Random random) {
        return new Customer(
                "ann",
                random.nextBoolean() ? profile(random) : null,
                random.nextBoolean() ? standing(random) : null,
                random.nextBoolean() ? "AT_RISK" : null,
                caution(random),
                history(random),
                random.nextBoolean() ? moment(random) : null);
    }

    private static Profile profile(Random random) {
        return new Profile(
                moment(random),
                random.nextBoolean() ? "PERSONAL" : "CORPORATE",
                "zh-CN",
                random.nextBoolean(),
                new Consents(permissions(random), permissions(random)),
                random.nextBoolean() ? LocalDate.ofEpochDay(random.nextInt(40_000) - 20_000) : null,
                random.nextBoolean() ? "Europe/Prague" : null,
                random.nextBoolean() ? "TEACHER" : null,
                random.nextBoolean() ? "B3" : null,
                random.nextBoolean() ? "C2" : null,
                random.nextBoolean() ? "分行一" : null);
    }

    private static Set<Consents.Permission> permissions(Random random) {
        return Stream.of(Channel.values())
                .flatMap(channel -> Stream.of(Purpose.values())
                        .filter(purpose -> random.nextBoolean())
                        .map(purpose -> new Consents.Permission(channel, purpose)))
                .collect(Collectors.toSet());
    }

    private static Standing standing(Random random) {
        Map<String, Object> features = new HashMap<>();
        FeatureNames.ALL.stream()
                .filter(name -> random.nextBoolean())
                .forEach(name -> features.put(name, value(random)));
        features.put("aFeatureOfTomorrow", value(random));
        return new Standing("CORE", features, random.nextBoolean() ? List.of() : List.of("WEALTH", "LOAN"));
    }

    private static Object value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> (long) random.nextInt(1_000);
            case 2 -> random.nextDouble();
            default -> random.nextBoolean();
        };
    }

    private static History history(Random random) {
        List<Contact> contacts = new ArrayList<>();
        Map<String, Instant> offered = new HashMap<>();
        List<History.Decided> decided = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            contacts.add(new Contact(Channel.values()[random.nextInt(Channel.values().length)], moment(random)));
            offered.put("campaign-" + i, moment(random));
            decided.add(new History.Decided(random.nextLong(), LocalDate.ofEpochDay(random.nextInt(20_000))));
        }
        return new History(
                contacts,
                offered,
                random.nextBoolean() ? offered : Map.of(),
                Map.of(),
                decided,
                random.nextBoolean() ? List.of() : List.of(new Waiting(occasion(random), moment(random))),
                random.nextBoolean() ? List.of() : List.of(exposure(random), exposure(random)));
    }

    private static Caution caution(Random random) {
        return new Caution(
                random.nextInt(3),
                random.nextBoolean() ? moment(random) : null,
                random.nextBoolean() ? Map.of() : Map.of(Channel.SMS, moment(random)));
    }

    private static Occasion occasion(Random random) {
        return new Occasion(
                OccasionKind.values()[random.nextInt(OccasionKind.values().length)],
                "t" + random.nextInt(),
                "AT_RISK",
                moment(random),
                Map.of("from", "GROWTH", "risk", random.nextLong(), "causes", List.of("COMPLAINT", "SILENT")),
                Map.of("balance", random.nextLong(), "digitalShare90d", random.nextDouble()),
                List.of("COMPLAINT", "AT_RISK"),
                List.of(new Reason("COMPLAINT", Map.of("en", "A complaint", "zh-CN", "投诉"))),
                null);
    }

    private static Exposure exposure(Random random) {
        EnumSet<Exposure.Happened> happened = EnumSet.noneOf(Exposure.Happened.class);
        for (Exposure.Happened what : Exposure.Happened.values()) {
            if (random.nextBoolean()) {
                happened.add(what);
            }
        }
        return new Exposure(
                "%016x%016x".formatted(random.nextLong(), random.nextLong()),
                "retention",
                random.nextInt(9) + 1,
                "standard",
                random.nextBoolean(),
                Channel.RM_CALL,
                Purpose.values()[random.nextInt(Purpose.values().length)],
                moment(random),
                moment(random),
                random.nextDouble(),
                random.nextBoolean() ? "VIP" : null,
                random.nextBoolean() ? "AT_RISK" : null,
                new Exposure.Occurrence(OccasionKind.STAGE_CHANGE, "AT_RISK", random.nextLong(), moment(random)),
                random.nextBoolean() ? moment(random) : null,
                happened);
    }

    private static Instant moment(Random random) {
        return Instant.ofEpochMilli(random.nextLong() % 4_000_000_000_000L);
    }
}
