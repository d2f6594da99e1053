package stratum.scoring.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.scoring.domain.Customer;
import stratum.scoring.domain.Fact;
import stratum.scoring.domain.Family;
import stratum.scoring.domain.Profile;
import stratum.scoring.domain.Scoring;
import stratum.scoring.domain.Scoring.Scored;
import stratum.scoring.domain.TierPolicy;
import stratum.scoring.usecase.ShippedPolicies;

/** What the version before kept is read; what others kept is refused with a sentence that says what to do. */
final class KeptTest {

    private static final TierPolicy POLICY = ShippedPolicies.rolling("EUR");
    private static final int FIRST_DAY = 19_000;

    /** The bytes are those that the version which had that layout wrote of the same facts. */
    @Test
    void what_the_former_layout_kept_is_read() throws IOException {
        Kept former = Kept.read(writtenByLayout2());
        Scored now = halfAYear();

        assertThat(new Kept(former.customer(), null).write()).isEqualTo(new Kept(now.customer(), null).write());
        Said said = requireNonNull(former.said());
        assertThat(said.features()).isEqualTo(now.assessment().features());
        assertThat(said.score()).isEqualTo(now.assessment().score());
        assertThat(said.differsNoticeablyFrom(said(POLICY, now)))
                .as("by which policy it was said is not known, so it is said anew")
                .isTrue();
    }

    @Test
    void what_is_kept_is_read_again() {
        Scored scored = halfAYear();
        byte[] kept = new Kept(scored.customer(), said(POLICY, scored)).write();
        assertThat(Kept.read(kept).write()).isEqualTo(kept);
        assertThat(requireNonNull(Kept.read(kept).said()).differsNoticeablyFrom(said(POLICY, scored)))
                .isFalse();
    }

    @Test
    void another_version_of_the_policy_is_noticed() {
        Scored scored = halfAYear();
        TierPolicy next = new TierPolicy(
                POLICY.id(),
                POLICY.version() + 1,
                POLICY.effectiveFrom(),
                POLICY.tiers(),
                POLICY.scoreCard(),
                POLICY.promotion(),
                POLICY.rates(),
                POLICY.grouping());
        assertThat(said(POLICY, scored).differsNoticeablyFrom(said(next, scored)))
                .isTrue();
    }

    private static Said said(TierPolicy policy, Scored scored) {
        return Said.of(policy, scored.assessment(), scored.customer().standing());
    }

    private static byte[] writtenByLayout2() throws IOException {
        try (InputStream hex = requireNonNull(KeptTest.class.getResourceAsStream("kept-by-layout-2.hex"))) {
            return HexFormat.of().parseHex(new String(hex.readAllBytes(), StandardCharsets.US_ASCII).strip());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 'reset the application so that it reads the facts again'",
        "4, 'run the version that wrote it, or a later one'"
    })
    void another_layout_is_refused(byte layout, String remedy) {
        assertThatThrownBy(() -> Kept.read(new byte[] {layout}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "A customer's state has layout %d, and this version reads layouts 2 and 3 only; %s",
                        layout, remedy);
    }

    /** A relationship of half a year: an account and a fund, wages, spending, a complaint and a survey. */
    private static Scored halfAYear() {
        Scoring scoring = new Scoring(POLICY);
        Profile file = new Profile(1L, 7, false, LocalDate.of(1980, 2, 29), "NURSE", "MIDDLE", true, false, null);
        LocalDate first = LocalDate.ofEpochDay(FIRST_DAY);
        Scored scored = scoring.profile(Customer.unknown(), file, first);
        for (Fact fact : facts()) {
            scored = scoring.book(
                    scored.customer(), fact, LocalDate.ofEpochDay(fact.when().day()));
        }
        return scored;
    }

    private static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Holding(at(0, 1), "current", Family.DEPOSIT, Fact.Change.OPENED, null));
        for (int month = 0; month < 6; month++) {
            facts.add(moved(30 * month + 1, true, 300_000, Fact.Purpose.INCOME, 2_000_000L + 100_000L * month));
            facts.add(moved(30 * month + 9, false, 45_000, Fact.Purpose.TO_OTHER_BANK, 1_955_000L + 100_000L * month));
        }
        facts.add(new Fact.Holding(at(160, 5), "fund", Family.WEALTH, Fact.Change.VALUED, 1_234_567L));
        facts.add(new Fact.Contact(at(161, 6), Fact.About.COMPLAINT, new Fact.Manner(true, true), null));
        facts.add(new Fact.Contact(at(162, 7), Fact.About.SURVEY, new Fact.Manner(true, false), 4));
        return facts;
    }

    private static Fact moved(int day, boolean credit, long amount, Fact.Purpose purpose, long balance) {
        return new Fact.Transaction(
                at(day, 1_000),
                "current",
                Family.DEPOSIT,
                new Fact.Movement(credit, amount, purpose),
                new Fact.Manner(!credit, true),
                balance,
                null);
    }

    private static Fact.When at(int day, int millis) {
        return new Fact.When(FIRST_DAY + day, millis);
    }
}
