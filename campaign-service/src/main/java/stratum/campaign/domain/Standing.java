package stratum.campaign.domain;

import java.util.List;
import java.util.Map;

/**
 * What scoring last said.
 *
 * @param features by name: long, double or boolean
 */
public record Standing(String tier, Map<String, Object> features, List<String> needs) {

    public Standing {
        features = Map.copyOf(features);
        needs = List.copyOf(needs);
    }
}
