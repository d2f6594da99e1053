package stratum.campaign.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stratum.campaign.domain.Sample.Draft;

/** Laws that hold for whatever happens to a customer. */
class DecisionLawsTest {

    private static final ControlShare UNIVERSAL = new ControlShare(0.2, "laws");
    private static final List<Campaign> CAMPAIGNS = List.of(
            Draft.of("care").objective(Objective.SERVICE).worth(10).coolDown(1).build(),
            Draft.of("calls")
                    .channels(new ChannelChoice(Channel.RM_CALL, Set.of()), new ChannelChoice(Channel.EMAIL, Set.of()))
                    .worth(900)
                    .coolDown(3)
                    .control(0.3)
                    .build(),
            Draft.of("often").worth(500).coolDown(0).control(0.1).build(),
            Draft.of("picky")
                    .worth(5_000)
                    .coolDown(2)
                    .condition(subject -> subject.today().getDayOfMonth() % 3 == 0)
                    .build());

    private static final Deciding DECIDING =
            new Deciding(new Campaigns(CAMPAIGNS), ContactPolicy.STANDARD, UNIVERSAL, Sample.WORDS);

    /** What happened to a customer. */
    private record Life(String customer, List<Decision> decisions, Map<String, Consents> consentAt) {}

    /** A hundred days of random consents, occasions and repeats. */
    private static Life live(long seed) {
        Random random = new Random(seed);
        Customer customer = Sample.customer("c" + seed);
        Life life = new Life(customer.id(), new ArrayList<>(), new HashMap<>());
        Instant at = Sample.NOON;
        for (int step = 0; step < 300; step++) {
            at = at.plus(Duration.ofMinutes(random.nextInt(900)));
            if (random.nextInt(4) == 0) {
                customer = customer.profiled(profile(random, at));
            } else {
                Occasion occasion = Sample.upgraded("s" + (random.nextInt(5) == 0 ? step / 2 : step));
                customer = decide(customer, occasion, at, life);
            }
        }
        return life;
    }

    private static Customer decide(Customer customer, Occasion occasion, Instant at, Life life) {
        return DECIDING.decide(customer, occasion, Sample.dateOf(at), at)
                .map(decision -> {
                    life.decisions().add(decision);
                    life.consentAt().put(decision.id(), customer.consents());
                    return DECIDING.remember(customer, decision);
                })
                .orElse(customer);
    }

    private static Profile profile(Random random, Instant at) {
        Consents consents = new Consents(permissions(random), permissions(random));
        Profile any = Sample.profile(consents, "en");
        return new Profile(
                at, any.kind(), any.language(), false, any.consents(), any.birthDate(), null, null, null, null, null);
    }

    private static Set<Consents.Permission> permissions(Random random) {
        return Stream.of(Channel.values())
                .filter(channel -> random.nextInt(3) > 0)
                .map(channel ->
                        new Consents.Permission(channel, random.nextBoolean() ? Purpose.MARKETING : Purpose.SERVICE))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void the_laws_hold(long seed) {
        Life life = live(seed);
        List<Offer> offers = offers(life);

        assertThat(offers).isNotEmpty();
        at_most_one_offer_per_occasion(life);
        never_over_a_cap_in_any_rolling_window(life);
        never_without_consent_at_that_moment(life);
        a_control_customer_is_never_contacted(life);
        withheld_always_has_a_reason_and_only_one_offers(life);
        offer_ids_are_all_different(offers);
        assertThat(live(seed).decisions()).isEqualTo(life.decisions());
    }

    private static void at_most_one_offer_per_occasion(Life life) {
        assertThat(life.decisions())
                .extracting(decision -> decision.occasion().id())
                .doesNotHaveDuplicates();
    }

    private static void never_over_a_cap_in_any_rolling_window(Life life) {
        List<Decision> offering = offering(life);
        for (ContactPolicy.Cap cap : ContactPolicy.STANDARD.caps()) {
            List<Instant> contacts = offering.stream()
                    .filter(decision -> cap.channel() == null || channelOf(decision) == cap.channel())
                    .map(Decision::at)
                    .toList();
            for (Instant end : contacts) {
                assertThat(contacts)
                        .filteredOn(one -> !one.isAfter(end) && one.isAfter(end.minus(cap.window())))
                        .hasSizeLessThanOrEqualTo(cap.most());
            }
        }
    }

    private static void never_without_consent_at_that_moment(Life life) {
        for (Decision decision : offering(life)) {
            Offer offer = requireNonNull(decision.offer());
            Consents consents = requireNonNull(life.consentAt().get(decision.id()));
            Consents.Permission used = new Consents.Permission(
                    offer.channel(), offer.campaign().objective().purpose());
            assertThat(consents.granted().contains(used)
                            || (used.purpose() == Purpose.SERVICE
                                    && !consents.refused().contains(used)))
                    .isTrue();
        }
    }

    private static void a_control_customer_is_never_contacted(Life life) {
        for (Offer offer : offers(life)) {
            Campaign campaign = offer.campaign();
            assertThat(campaign.control().holds(life.customer(), campaign.id())).isFalse();
            assertThat(campaign.objective() != Objective.SERVICE && UNIVERSAL.holds(life.customer(), "universal"))
                    .isFalse();
        }
    }

    private static void withheld_always_has_a_reason_and_only_one_offers(Life life) {
        for (Decision decision : life.decisions()) {
            assertThat(decision.considered())
                    .extracting(Considered::campaignId)
                    .containsExactly("calls", "care", "often", "picky");
            List<Considered> offering = decision.considered().stream()
                    .filter(one -> one.withheld() == null)
                    .toList();
            assertThat(offering).hasSize(decision.offer() == null ? 0 : 1);
            assertThat(decision.considered())
                    .extracting(Considered::withheld)
                    .filteredOn(withheld -> withheld != null)
                    .allSatisfy(withheld -> assertThat(withheld.detail()).isNotBlank());
        }
    }

    private static void offer_ids_are_all_different(List<Offer> offers) {
        assertThat(new HashSet<>(offers.stream().map(Offer::id).toList())).hasSameSizeAs(offers);
    }

    private static List<Decision> offering(Life life) {
        return life.decisions().stream()
                .filter(decision -> decision.offer() != null)
                .toList();
    }

    private static List<Offer> offers(Life life) {
        return offering(life).stream()
                .map(Decision::offer)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static Channel channelOf(Decision decision) {
        return requireNonNull(decision.offer()).channel();
    }

    /** Or the laws would hold for want of a case. */
    @Test
    void every_reason_comes_up() {
        Set<Withheld.Why> seen = EnumSet.noneOf(Withheld.Why.class);
        LongStream.rangeClosed(1, 20)
                .mapToObj(DecisionLawsTest::live)
                .flatMap(life -> life.decisions().stream())
                .flatMap(decision -> decision.considered().stream())
                .map(Considered::withheld)
                .filter(Objects::nonNull)
                .forEach(withheld -> seen.add(withheld.why()));

        assertThat(seen).containsExactly(Withheld.Why.values());
    }
}
