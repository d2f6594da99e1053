package stratum.campaign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static stratum.campaign.usecase.Examples.NOON;
import static stratum.campaign.usecase.Examples.decision;
import static stratum.campaign.usecase.Examples.offer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import stratum.campaign.usecase.DecisionView;
import stratum.campaign.usecase.Lookup;
import stratum.campaign.usecase.Made;
import stratum.campaign.usecase.OfferView;

class LookupTest {

    private final Database database = Database.empty();
    private final Made<OfferView> offers = database.offers();
    private final Made<DecisionView> decisions = database.decisions();

    @Test
    void an_offer_comes_back_as_it_was_kept() {
        OfferView offer = offer("o1", "ann", NOON);

        offers.keep(List.of(offer)).block();

        assertThat(found("ann", null, 10)).containsExactly(offer);
    }

    @Test
    void a_decision_comes_back_as_it_was_kept() {
        DecisionView decision = decision("d1", "ann", NOON);

        decisions.keep(List.of(decision)).block();

        assertThat(decisions.find(new Lookup("ann", null, 10)).collectList().block())
                .containsExactly(decision);
    }

    @Test
    void keeping_the_same_again_changes_nothing() {
        List<OfferView> batch = List.of(offer("o1", "ann", NOON), offer("o2", "bob", NOON));

        offers.keep(batch).then(offers.keep(batch)).block();

        assertThat(found(null, null, 10)).hasSize(2);
    }

    @Test
    void the_same_twice_in_one_batch_is_kept_once() {
        offers.keep(List.of(offer("o1", "ann", NOON), offer("o1", "ann", NOON))).block();

        assertThat(found(null, null, 10)).hasSize(1);
    }

    @Test
    void nothing_to_keep_is_fine() {
        offers.keep(List.of()).block();

        assertThat(found(null, null, 10)).isEmpty();
    }

    @Test
    void the_newest_come_first_and_page_by_page() {
        offers.keep(List.of(
                        offer("o1", "ann", NOON),
                        offer("o2", "ann", NOON.plusMillis(1)),
                        offer("o3", "ann", NOON.plusMillis(1)),
                        offer("o4", "bob", NOON.plusMillis(2))))
                .block();

        assertThat(found("ann", null, 2)).extracting(OfferView::offerId).containsExactly("o3", "o2");
        assertThat(found("ann", "o2", 2)).extracting(OfferView::offerId).containsExactly("o1");
        assertThat(found(null, null, 1)).extracting(OfferView::offerId).containsExactly("o4");
    }

    private @Nullable List<OfferView> found(@Nullable String customer, @Nullable String after, int limit) {
        return offers.find(new Lookup(customer, after, limit)).collectList().block();
    }
}
