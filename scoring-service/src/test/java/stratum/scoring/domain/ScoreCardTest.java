package stratum.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Curves with terms and bonuses add up to points, and points to a score that is rounded half up. */
final class ScoreCardTest {

    private static final ScoreCard CARD = new ScoreCard(List.of(
            new ScoreCard.Dimension(
                    "loyalty",
                    1,
                    List.of(
                            term(Feature.TENURE_DAYS, 100, new Curve.Point(0, 0), new Curve.Point(1000, 90)),
                            term(Feature.PRODUCT_COUNT, 100, new Curve.Point(0, 0), new Curve.Point(1, 20)))),
            new ScoreCard.Dimension(
                    "engagement",
                    3,
                    List.of(
                            term(Feature.ACTIVE_DAYS_90D, 50, new Curve.Point(0, 0), new Curve.Point(10, 100)),
                            term(Feature.TXN_COUNT_90D, 50, new Curve.Point(10, 40), new Curve.Point(20, 100))))));

    @ParameterizedTest
    @CsvSource({
        // tenure, products, active days, transactions | loyalty, engagement | score
        "   0, 0,  0,  0,   0,  20,  150",
        "1000, 0,  0,  0,  90,  20,  375",
        // a bonus adds to the curve, and 100 is the most
        " 500, 1,  0,  0,  65,  20,  313",
        "1000, 5,  0,  0, 100,  20,  400",
        // two features with half of the points each
        "   0, 0, 10, 10,   0,  70,  525",
        "   0, 0,  5, 15,   0,  60,  450",
        "1000, 1, 10, 20, 100, 100, 1000",
        // a half goes up: 154.5 and 172.5
        "  20, 0,  0,  0, 1.8,  20,  155",
        " 100, 0,  0,  0,   9,  20,  173",
    })
    void points_and_score(
            long tenure, long products, long days, long transactions, double loyal, double engaged, int score) {
        Features features = Features.of(Map.of(
                Feature.TENURE_DAYS, tenure,
                Feature.PRODUCT_COUNT, products,
                Feature.ACTIVE_DAYS_90D, days,
                Feature.TXN_COUNT_90D, transactions));

        assertThat(CARD.points(features))
                .containsExactlyInAnyOrderEntriesOf(Map.of("loyalty", loyal, "engagement", engaged));
        assertThat(CARD.score(features)).isEqualTo(score);
    }

    private static ScoreCard.Term term(Feature feature, int percent, Curve.Point... points) {
        return new ScoreCard.Term(feature, percent, new Curve(List.of(points)));
    }
}
