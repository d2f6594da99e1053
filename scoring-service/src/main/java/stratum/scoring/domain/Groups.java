package stratum.scoring.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy's rules make of a customer beside the tier.
 *
 * @param needs codes of the needs, in the order of the policy
 * @param behaviour code of the behaviour group; none where no rule fits
 * @param customerGroup code of the customer group; none where no rule fits
 */
public record Groups(
        List<String> needs,
        @Nullable String behaviour,
        @Nullable String customerGroup) {

    /** Nothing is known. */
    public static final Groups NONE = new Groups(List.of(), null, null);

    public Groups {
        needs = List.copyOf(needs);
    }
}
