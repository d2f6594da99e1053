package stratum.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // What is missing fails the test.
final class LoyaltyCountTest {

    @Test
    void rates_are_shares_of_the_customers_and_the_score_is_promoters_less_detractors() {
        LoyaltyCount count = new LoyaltyCount(300, 10, 3, 1, 7, 4, 2);

        assertThat(count.repeatPurchaseRate()).isEqualTo("0.033333");
        assertThat(count.referralRate()).isEqualTo("0.010000");
        assertThat(count.churnRate()).isEqualTo("0.003333");
        assertThat(count.netPromoterScore()).isEqualTo("28.6");
        assertThat(new LoyaltyCount(1, 0, 0, 0, 3, 0, 2).netPromoterScore()).isEqualTo("-66.7");
    }

    @Test
    void of_nobody_there_are_no_rates() {
        LoyaltyCount nobody = new LoyaltyCount(0, 0, 0, 0, 0, 0, 0);

        assertThat(nobody.repeatPurchaseRate()).isNull();
        assertThat(nobody.netPromoterScore()).isNull();
    }
}
