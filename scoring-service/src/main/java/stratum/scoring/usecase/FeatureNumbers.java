package stratum.scoring.usecase;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import stratum.scoring.domain.Feature;

/** How a document's numbers are those of a feature: money in minor units and counts as they are, a ratio in millionths. */
final class FeatureNumbers {

    /** More minor units than any customer has; far from where sums would overflow. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    private FeatureNumbers() {}

    /** The number as the feature counts; nothing where the feature has no such number. */
    static Optional<Long> of(Feature feature, BigDecimal number) {
        BigDecimal counted = feature.unit() == Feature.Unit.RATIO ? number.movePointRight(Feature.DECIMALS) : number;
        return counted.abs().compareTo(LARGEST) > 0 || isBroken(counted)
                ? Optional.empty()
                : Optional.of(counted.longValueExact());
    }

    private static boolean isBroken(BigDecimal number) {
        return number.setScale(0, RoundingMode.DOWN).compareTo(number) != 0;
    }
}
