package stratum.console.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RememberingTest {

    @Test
    void only_the_newest_few_are_kept_the_newest_first() {
        Newest<Integer> newest = new Newest<>(3);
        for (int i = 1; i <= 1_000; i++) {
            newest.add(i);
        }

        assertThat(newest.all()).containsExactly(1_000, 999, 998);
    }

    @Test
    void a_tally_does_not_grow_with_kinds_that_nobody_foresaw() {
        Tally tally = new Tally();
        for (int i = 0; i < 1_000; i++) {
            tally.count("kind-" + i);
        }

        assertThat(tally.counts()).hasSize(65).containsEntry("OTHER", 936L);
    }

    @Test
    void a_bar_is_as_long_as_its_share_of_the_largest() {
        Distribution tiers = new Distribution(null, 100, Map.of("MASS", 80L, "VIP", 20L));

        assertThat(tiers.length("MASS")).isEqualTo(100.0);
        assertThat(tiers.length("VIP")).isEqualTo(25.0);
        assertThat(tiers.share("VIP")).isEqualTo(20.0);
        assertThat(tiers.length("PRIVATE")).isZero();
    }

    @Test
    void words_are_in_the_readers_language_else_in_english_else_the_code() {
        Words both = new Words("LOW_BALANCE", Map.of("en", "low balance", "zh-CN", "余额偏低"));

        assertThat(both.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("余额偏低");
        assertThat(both.in(Locale.UK)).isEqualTo("low balance");
        assertThat(both.in(Locale.GERMAN)).isEqualTo("low balance");
        assertThat(new Words("LOW_BALANCE", Map.of()).in(Locale.UK)).isEqualTo("LOW_BALANCE");
    }
}
