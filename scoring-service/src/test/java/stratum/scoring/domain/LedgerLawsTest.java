package stratum.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.schemas.FactRules;
import stratum.scoring.domain.Fact.About;
import stratum.scoring.domain.Fact.Contact;
import stratum.scoring.domain.Fact.Manner;
import stratum.scoring.domain.Fact.When;
import stratum.scoring.domain.Story.Chapter;
import stratum.scoring.reference.KnownFacts;
import stratum.scoring.reference.RandomHistories;
import stratum.scoring.reference.ReferencePolicy;

/** What holds of every ledger, tried on thousands of random histories. */
final class LedgerLawsTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final MarginRates MARGINS =
            new MarginRates(RandomHistories.DEPOSIT_MARGIN, RandomHistories.LOAN_MARGIN);
    private static final ReferencePolicy POLICY = ReferencePolicy.parse("""
            {"id": "any", "version": 1, "tiers": [{"code": "MASS", "minScore": 0}],
             "scoreCard": [{"dimension": "value", "weight": 1, "feature": "avgBalance90d",
                            "curve": [[0, 0], [500000, 50], [9000000, 100]]}],
             "marginPercent": 5, "promotion": "AT_ONCE", "demotion": {"afterDays": 60}}
            """);

    @ParameterizedTest
    @CsvSource({"Europe/Prague, 0, 400", "Asia/Shanghai, 400, 500", "America/Santiago, 500, 700"})
    void every_feature_is_that_of_the_reference(ZoneId zone, long from, long to) {
        RandomHistories histories = RandomHistories.around(POLICY, zone);
        each(zone, from, to, (story, random) -> {
            KnownFacts reference = new KnownFacts(histories.bank());
            Ledger ledger = Ledger.empty();
            for (Chapter chapter : story.chapters()) {
                if (reference.know(chapter.event(), chapter.lastTick())) {
                    ledger = ledger.book(chapter.fact(), chapter.asOf());
                }
                if (random.nextInt(50) == 0) {
                    assertEqual(ledger, reference, chapter.asOf());
                }
            }
            for (int ahead : new int[] {0, 1, 17, 31, 64, 95, 130, 366, 402, 800}) {
                assertEqual(ledger, reference, story.last().plusDays(ahead));
            }
        });
    }

    private static void assertEqual(Ledger ledger, KnownFacts reference, LocalDate date) {
        assertThat(ledger.features(date, MARGINS).byName())
                .as("features on %s", date)
                .containsExactlyInAnyOrderEntriesOf(reference.features(date));
    }

    @Test
    void the_order_in_which_facts_are_booked_does_not_show() {
        each(PRAGUE, 1_000, 4_000, (story, random) -> {
            List<Chapter> chapters = withinReach(story);
            Ledger inTime = Ledger.empty();
            for (Chapter chapter : chapters) {
                inTime = inTime.book(chapter.fact(), chapter.asOf());
            }
            Collections.shuffle(chapters, random);
            Ledger afterwards = Ledger.empty();
            for (Chapter chapter : chapters) {
                afterwards = afterwards.book(chapter.fact(), story.last());
            }

            assertThat(bytesOn(story.last(), afterwards)).isEqualTo(bytesOn(story.last(), inTime));
        });
    }

    @Test
    void writing_and_reading_it_at_any_time_changes_nothing() {
        each(PRAGUE, 4_000, 6_000, (story, random) -> {
            Ledger atOnce = Ledger.empty();
            Ledger resumed = Ledger.empty();
            for (Chapter chapter : story.chapters()) {
                atOnce = atOnce.book(chapter.fact(), chapter.asOf());
                resumed = resumed.book(chapter.fact(), chapter.asOf());
                resumed = random.nextInt(3) == 0 ? LedgerBytes.read(LedgerBytes.write(resumed)) : resumed;
            }

            assertThat(LedgerBytes.write(resumed)).isEqualTo(LedgerBytes.write(atOnce));
            assertThat(LedgerBytes.read(LedgerBytes.write(atOnce)).features(story.last(), MARGINS))
                    .isEqualTo(atOnce.features(story.last(), MARGINS));
        });
    }

    @Test
    void no_feature_leaves_its_bounds_while_no_fact_comes_and_each_is_as_tight_as_can_be() {
        each(PRAGUE, 6_000, 6_200, (story, random) -> {
            Ledger ledger = Ledger.empty();
            int looks = 0;
            for (Chapter chapter : story.chapters()) {
                ledger = ledger.book(chapter.fact(), chapter.asOf());
                if (ledger.hasBegun() && random.nextInt(60) == 0 && looks++ < 2) {
                    assertBounds(ledger, chapter.asOf());
                }
            }
            if (ledger.hasBegun()) {
                assertBounds(ledger, story.last());
                assertBounds(ledger, story.last().plusDays(random.nextInt(500)));
            }
            if (ledger.hasBegun() && random.nextInt(50) == 0) {
                assertBounds(ledger, story.last().minusDays(1 + random.nextInt(30)));
            }
        });
    }

    /** Some features are bounded by others, which need not be at their ends on one day. */
    private static final Set<Feature> LOOSE =
            Set.of(Feature.BALANCE_CHANGE_90D, Feature.MERCHANT_LIKE, Feature.CONTRIBUTION_12M);

    private static void assertBounds(Ledger ledger, LocalDate today) {
        Outlook outlook = ledger.position(today, MARGINS).outlook();
        Range[] seen = new Range[Feature.values().length];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = new Range();
        }
        Set<Integer> horizons = new HashSet<>(List.of(1, 2, 7, 20, 45, 60, 100, 180, 300, 450));
        for (int days = 1; days <= 450; days++) {
            see(ledger.features(today.plusDays(days), MARGINS), seen);
            if (horizons.contains(days)) {
                for (Feature feature : Feature.values()) {
                    assertBounds(feature, seen[feature.ordinal()], outlook.least(days), outlook.most(days));
                }
            }
        }
    }

    private static void see(Features features, Range[] seen) {
        for (Feature feature : Feature.values()) {
            features.get(feature).ifPresentOrElse(seen[feature.ordinal()]::see, seen[feature.ordinal()]::miss);
        }
    }

    private static void assertBounds(Feature feature, Range seen, Features least, Features most) {
        boolean loose = LOOSE.contains(feature);
        long below = least.orZero(feature);
        long above = most.orZero(feature);
        boolean holds = least.isKnown(feature) == seen.isWhole()
                && most.isKnown(feature) != seen.isEmpty()
                && (!seen.isWhole() || below == seen.least() || (loose && below < seen.least()))
                && (seen.isEmpty() || above == seen.most() || (loose && above > seen.most()));
        if (!holds) {
            fail("%s was %d to %d, and bounded by %s and %s"
                    .formatted(feature, seen.least(), seen.most(), least.get(feature), most.get(feature)));
        }
    }

    private static void each(ZoneId zone, long from, long to, BiConsumer<Story, Random> law) {
        RandomHistories histories = RandomHistories.around(POLICY, zone);
        for (long seed = from; seed < to; seed++) {
            Random random = new Random(seed);
            for (Story story : Story.of(histories, zone, seed)) {
                try {
                    law.accept(story, random);
                } catch (AssertionError broken) {
                    throw new AssertionError("Seed %d in %s: %s".formatted(seed, zone, broken.getMessage()), broken);
                }
            }
        }
    }

    /** Those facts, each once, that can be booked, and taken back, on the last date as well as on their own. */
    private static List<Chapter> withinReach(Story story) {
        long first = story.last().toEpochDay() - Ledger.LATEST_DAYS;
        Set<String> ids = new HashSet<>();
        List<Chapter> within = new ArrayList<>();
        for (Chapter chapter : story.chapters()) {
            Integer takenBack = chapter.fact() instanceof Fact.Transaction transaction ? transaction.takenBack() : null;
            boolean reaches = takenBack == null || takenBack >= first;
            if (reaches
                    && chapter.fact().when().day() >= first
                    && ids.add(String.valueOf(FactRules.eventIdOf(chapter.event())))) {
                within.add(chapter);
            }
        }
        return within;
    }

    /** After a last fact that says nothing but brings the date. */
    private static byte[] bytesOn(LocalDate date, Ledger ledger) {
        When when = new When((int) date.toEpochDay(), 0);
        Fact nothing = new Contact(when, About.OTHER, new Manner(false, false), null);
        return LedgerBytes.write(ledger.book(nothing, date));
    }
}
