package stratum.campaign.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.campaign.usecase.Lookup;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.InvalidInput.Mistake;
import stratum.schemas.FactRules;

/** Checks what is asked for over HTTP. */
final class LookupParameters {

    static final String DEFAULT_LIMIT = "50";
    private static final int MOST = 500;

    private LookupParameters() {}

    static Lookup of(@Nullable String customer, @Nullable String after, int limit) {
        List<Mistake> mistakes = new ArrayList<>();
        if (customer != null && !FactRules.isCustomerId(customer)) {
            mistakes.add(new Mistake(
                    "customer", "A customer id has 1 to 64 letters, digits, dots, underscores and hyphens."));
        }
        if (limit < 1 || limit > MOST) {
            mistakes.add(new Mistake("limit", "From 1 to %d, not %d.".formatted(MOST, limit)));
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidInput(mistakes);
        }
        return new Lookup(customer, after, limit);
    }
}
