package stratum.scoring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stratum.events.PolicyPublished;
import stratum.platform.stream.BusinessCalendar;
import stratum.platform.stream.DecisionDriver;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;
import stratum.scoring.domain.Customer;
import stratum.scoring.reference.RandomHistories;
import stratum.scoring.reference.ReferenceDay;
import stratum.scoring.reference.ReferencePolicy;
import stratum.scoring.usecase.PolicyReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** "What if nothing happens until then?" is answered by the policies that will have come into force by then. */
final class AnnouncedPoliciesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final BusinessCalendar CALENDAR = new BusinessCalendar(ZONE);
    private static final List<Integer> HARD = List.of(900, 950, 1000);
    private static final List<Integer> EASY = List.of(20, 100, 150);
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(longs = {502, 503, 504, 505, 507, 508})
    void what_is_foretold_comes_about(long seed) {
        String document = ScoringDriver.document("rolling");
        RandomHistories histories = RandomHistories.around(ReferencePolicy.parse(document), ZONE);
        List<ReferenceDay> history = histories.history(seed);
        LocalDate today = history.get(history.size() - 1).date();
        List<PolicyPublished> announced = List.of(
                version(document, 2, HARD, today.plusDays(10).atStartOfDay(ZONE).toInstant()),
                version(
                        document,
                        3,
                        EASY,
                        today.plusDays(80).atTime(12, 0).atZone(ZONE).toInstant()));

        try (DecisionDriver driver =
                ScoringDriver.ofHistories(new PolicyReader(RandomHistories.CURRENCY).read(document), ZONE)) {
            history.forEach(day -> driver.publish(day.facts()).endOf(day.date()));
            announced.forEach(policy -> driver.publish(Topics.SCORING_POLICIES, policy));
            Map<String, Customer> known = customers(driver, history);
            ScoringDecider decider = decider(document).knowing(List.copyOf(announced));
            for (int days : List.of(75, 200)) {
                assertThat(foretold(decider, known, today, today.plusDays(days)))
                        .as("the policies make a difference")
                        .isNotEqualTo(foretold(decider(document), known, today, today.plusDays(days)));
            }
            LocalDate passed = today;
            for (int days : List.of(3, 9, 10, 40, 79, 80, 81, 200)) {
                LocalDate until = today.plusDays(days);
                for (; passed.isBefore(until); passed = passed.plusDays(1)) {
                    driver.endOf(passed.plusDays(1));
                }
                assertThat(foretold(decider, known, today, until))
                        .as("%d days ahead", days)
                        .isEqualTo(standings(customers(driver, history)));
            }
        }
    }

    private static Map<String, String> foretold(
            ScoringDecider decider, Map<String, Customer> known, LocalDate today, LocalDate until) {
        Instant now = CALENDAR.endOf(today);
        Map<String, Customer> then = new TreeMap<>();
        known.forEach((id, customer) -> then.put(
                id,
                decider.ifNothingHappens(customer, now, until, CALENDAR)
                        .scored()
                        .customer()));
        return standings(then);
    }

    private static Map<String, String> standings(Map<String, Customer> customers) {
        return customers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().standing().toString()));
    }

    private static Map<String, Customer> customers(DecisionDriver driver, List<ReferenceDay> history) {
        return history.stream()
                .flatMap(day -> day.facts().stream())
                .map(fact -> String.valueOf(FactRules.customerOf(fact)))
                .distinct()
                .filter(id -> driver.kept(id).length > 0)
                .collect(Collectors.toMap(
                        id -> id, id -> Kept.read(driver.kept(id)).customer()));
    }

    private static ScoringDecider decider(String document) {
        return (ScoringDecider) ScoringStream.decider(
                new PolicyReader(RandomHistories.CURRENCY).read(document), ZONE, RandomHistories.CURRENCY);
    }

    /** A later version, in which the tiers ask for these scores, from the second on, and for nothing else. */
    private static PolicyPublished version(String document, int version, List<Integer> scores, Instant from) {
        ObjectNode policy = (ObjectNode) JSON.readTree(document);
        policy.put("version", version).put("effectiveFrom", from.toString());
        for (int place = 1; place <= scores.size(); place++) {
            ObjectNode tier = (ObjectNode) policy.withArray("tiers").get(place);
            tier.put("minScore", scores.get(place - 1)).putObject("gates");
        }
        return new PolicyPublished(
                policy.get("id").asString(), version, from, Instant.EPOCH, "ann", "bob", policy.toString());
    }
}
