package stratum.campaign.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a condition can ask about. What is unknown is left out of the maps, and empty where it is text.
 *
 * @param features by name: long, double or boolean; as the occasion has them, and else as scoring last said
 * @param profile kind, language, vulnerable, and where known age, occupation, incomeBand, riskAppetite, branch
 * @param trigger kind and name of the occasion, and what else it says
 * @param today the business date of the decision
 */
public record Subject(
        Map<String, Object> features,
        String tier,
        String stage,
        List<String> needs,
        Map<String, Object> profile,
        Map<String, Object> trigger,
        LocalDate today) {

    static Subject of(Customer customer, Occasion occasion, LocalDate today) {
        Standing standing = customer.standing();
        Profile profile = customer.profile();
        return new Subject(
                features(standing, occasion),
                orEmpty(customer.tier()),
                orEmpty(customer.stage()),
                standing == null ? List.of() : standing.needs(),
                profile == null ? Map.of() : profile.factsOn(today),
                occasion.facts(),
                today);
    }

    /** Scoring says a feature again only where it has changed noticeably; the occasion has it as of its moment. */
    private static Map<String, Object> features(@Nullable Standing standing, Occasion occasion) {
        Map<String, Object> features = new HashMap<>(standing == null ? Map.of() : standing.features());
        features.putAll(occasion.features());
        return features;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
