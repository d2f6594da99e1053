package stratum.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static stratum.campaign.domain.Channel.PUSH;
import static stratum.campaign.domain.Sample.NOON;
import static stratum.campaign.domain.Sample.upgraded;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stratum.campaign.domain.Sample.Draft;

class ControlShareTest {

    private static final int MANY = 20_000;

    @Test
    void a_share_of_the_customers_is_kept_apart() {
        ControlShare tenth = new ControlShare(0.1, "salt");

        assertThat(share(tenth, "welcome")).isCloseTo(0.1, within(0.01));
    }

    @Test
    void another_campaign_keeps_others_apart() {
        ControlShare tenth = new ControlShare(0.1, "salt");

        long both = customers()
                .filter(id -> tenth.holds("c" + id, "welcome"))
                .filter(id -> tenth.holds("c" + id, "retention"))
                .count();

        assertThat(both / (double) MANY).isCloseTo(0.01, within(0.005));
    }

    @Test
    void who_is_kept_apart_stays_so_when_the_share_grows() {
        assertThat(customers()
                        .filter(id -> new ControlShare(0.1, "salt").holds("c" + id, "welcome"))
                        .allMatch(id -> new ControlShare(0.2, "salt").holds("c" + id, "welcome")))
                .isTrue();
    }

    @Test
    void nobody_is_in_an_empty_group_and_everybody_in_a_full_one() {
        assertThat(share(new ControlShare(0, "salt"), "welcome")).isZero();
        assertThat(share(new ControlShare(1, "salt"), "welcome")).isEqualTo(1);
    }

    @Test
    void the_universal_group_hears_from_service_campaigns_only() {
        assertThat(outcome(Draft.of("one").build())).isEqualTo("In the universal control group");
        assertThat(outcome(Draft.of("one").objective(Objective.SERVICE).build()))
                .isEqualTo("offered");
    }

    private static String outcome(Campaign campaign) {
        Deciding deciding =
                Sample.between(Campaigns.live(List.of(campaign)), Sample.policy(new ControlShare(1, "all")));
        Withheld withheld = deciding.decide(
                        Sample.ann(PUSH), upgraded("s1"), Sample.when(NOON), Budget.Spending.NOTHING)
                .orElseThrow()
                .considered()
                .get(0)
                .withheld();
        return withheld == null ? "offered" : withheld.detail();
    }

    private static double share(ControlShare control, String name) {
        return customers().filter(id -> control.holds("c" + id, name)).count() / (double) MANY;
    }

    private static IntStream customers() {
        return IntStream.range(0, MANY);
    }
}
