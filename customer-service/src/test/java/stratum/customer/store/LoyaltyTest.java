package stratum.customer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import stratum.customer.domain.LoyaltyCount;
import stratum.customer.store.LoyaltyFact.Kind;

@NullUnmarked // What is missing fails the test.
final class LoyaltyTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant MAY = day(LocalDate.of(2024, 5, 1));
    private static final Instant JUNE = day(LocalDate.of(2024, 6, 1));
    private static final List<String> STAGES =
            List.of("PROSPECT", "ACQUISITION", "GROWTH", "MATURITY", "AT_RISK", "CHURNED");
    private static final List<String> TIERS = List.of("MASS", "CORE", "VIP");
    private static final int CUSTOMERS = 400;

    /** The same, counted customer by customer in plain Java, over a seeded half year of 400 customers. */
    @Test
    void a_month_is_counted_as_by_hand() {
        Random random = new Random(42);
        List<LoyaltyFact> facts = new ArrayList<>();
        List<TierChange> tiers = new ArrayList<>();
        for (int c = 0; c < CUSTOMERS; c++) {
            String customer = "c-%03d".formatted(c);
            for (int i = 0; i < random.nextInt(12); i++) {
                facts.add(fact(customer, i, random));
            }
            for (int i = 0; i < random.nextInt(3); i++) {
                Instant at = moment(random);
                tiers.add(new TierChange(
                        customer,
                        at,
                        "s-" + i,
                        "UPGRADED",
                        null,
                        TIERS.get(random.nextInt(3)),
                        MAY.atZone(ZoneOffset.UTC).toLocalDate(),
                        i));
            }
        }
        Changes changes = new Changes();
        facts.forEach(changes::add);
        tiers.forEach(changes::add);
        for (int c = 0; c < CUSTOMERS; c++) {
            String customer = "c-%03d".formatted(c);
            changes.add(new ProfileChange(
                    customer, "p", MAY, c % 4 == 0 ? "{}" : "{\"branch\": \"b-%d\"}".formatted(c % 4), "[]"));
        }
        Dossiers dossiers = new Dossiers(DATABASE.client(), DATABASE.transaction());
        dossiers.book(changes).block();
        dossiers.book(changes).block();

        assertThat(counted(Loyalty.By.STAGE)).isEqualTo(byHand(facts, customer -> stage(customer, facts)));
        assertThat(counted(Loyalty.By.TIER)).isEqualTo(byHand(facts, customer -> tier(customer, tiers)));
        assertThat(counted(Loyalty.By.BRANCH)).isEqualTo(byHand(facts, customer -> {
            int number = Integer.parseInt(customer.substring(2)) % 4;
            return number == 0 ? "NONE" : "b-" + number;
        }));
    }

    private static Map<String, LoyaltyCount> counted(Loyalty.By by) {
        Map<String, LoyaltyCount> counts = new TreeMap<>();
        new Loyalty(DATABASE.client())
                .count(MAY, JUNE, by)
                .toIterable()
                .forEach(counted -> counts.put(counted.group(), counted.count()));
        return counts;
    }

    private static Map<String, LoyaltyCount> byHand(
            List<LoyaltyFact> facts, java.util.function.UnaryOperator<String> group) {
        Map<String, LoyaltyCount> counts = new TreeMap<>();
        for (int c = 0; c < CUSTOMERS; c++) {
            String customer = "c-%03d".formatted(c);
            String stage = stage(customer, facts);
            if (stage == null || stage.equals("PROSPECT") || stage.equals("CHURNED")) {
                continue;
            }
            List<LoyaltyFact> month = facts.stream()
                    .filter(fact -> fact.customerId().equals(customer))
                    .filter(fact -> !fact.at().isBefore(MAY) && fact.at().isBefore(JUNE))
                    .sorted(Comparator.comparing(LoyaltyFact::at).thenComparing(LoyaltyFact::id))
                    .toList();
            Integer answer = month.stream()
                    .filter(fact -> fact.kind() == Kind.SURVEY)
                    .reduce((first, second) -> second)
                    .map(fact -> Integer.valueOf(fact.value()))
                    .orElse(null);
            LoyaltyCount one = new LoyaltyCount(
                    1,
                    has(month, Kind.OPENED, null),
                    has(month, Kind.REFERRAL, null),
                    has(month, Kind.STAGE, "CHURNED"),
                    answer == null ? 0 : 1,
                    answer != null && answer >= 9 ? 1 : 0,
                    answer != null && answer <= 6 ? 1 : 0);
            counts.merge(group.apply(customer), one, LoyaltyTest::sum);
        }
        return counts;
    }

    private static long has(List<LoyaltyFact> facts, Kind kind, String value) {
        return facts.stream().anyMatch(fact -> fact.kind() == kind && (value == null || value.equals(fact.value())))
                ? 1
                : 0;
    }

    private static LoyaltyCount sum(LoyaltyCount one, LoyaltyCount other) {
        return new LoyaltyCount(
                one.customers() + other.customers(),
                one.bought() + other.bought(),
                one.referred() + other.referred(),
                one.churned() + other.churned(),
                one.answered() + other.answered(),
                one.promoters() + other.promoters(),
                one.detractors() + other.detractors());
    }

    private static String stage(String customer, List<LoyaltyFact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind() == Kind.STAGE && fact.customerId().equals(customer))
                .filter(fact -> fact.at().isBefore(MAY))
                .max(Comparator.comparing(LoyaltyFact::at).thenComparing(LoyaltyFact::id))
                .map(LoyaltyFact::value)
                .orElse(null);
    }

    private static String tier(String customer, List<TierChange> tiers) {
        return tiers.stream()
                .filter(change ->
                        change.customerId().equals(customer) && change.at().isBefore(MAY))
                .max(Comparator.comparing(TierChange::at).thenComparing(TierChange::offset))
                .map(TierChange::tier)
                .orElse("NONE");
    }

    private static LoyaltyFact fact(String customer, int number, Random random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        String value =
                switch (kind) {
                    case STAGE -> STAGES.get(random.nextInt(STAGES.size()));
                    case SURVEY -> Integer.toString(random.nextInt(11));
                    default -> null;
                };
        return new LoyaltyFact(kind, moment(random), customer, "f-" + number, value);
    }

    /** March to August. */
    private static Instant moment(Random random) {
        return day(LocalDate.of(2024, 3, 1)).plusSeconds(random.nextInt(180 * 24 * 3600));
    }

    private static Instant day(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
