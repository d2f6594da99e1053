package stratum.customer.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.customer.store.CustomerRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The customer on one page. What is not known yet is left out.
 *
 * @param profile the customer file, without consents and tier set by hand
 * @param tierOverride the tier set by hand: tier, reason, by whom, until when; scoring says whether it holds
 * @param scoring the rest of what scoring says: as-of date, candidate, watch, behaviour, policy
 * @param lifecycle the rest of what lifecycle says: as-of date, since when, causes, P(alive), policy
 */
record DossierView(
        String customerId,
        @Nullable JsonNode profile,
        @Nullable JsonNode consents,
        @Nullable JsonNode tierOverride,
        @Nullable String tier,
        @Nullable Integer score,
        @Nullable JsonNode features,
        @Nullable JsonNode needs,
        @Nullable JsonNode scoring,
        @Nullable String stage,
        @Nullable Integer risk,
        @Nullable JsonNode lifecycle,
        List<HoldingView> holdings) {

    private static final String OVERRIDE = "tierOverride";

    static DossierView of(CustomerRow row, List<HoldingView> holdings, JsonMapper json) {
        JsonNode standing = tree(row.standing(), json);
        JsonNode profile = tree(row.profile(), json);
        return new DossierView(
                row.customerId(),
                rest(profile, OVERRIDE),
                tree(row.consents(), json),
                part(profile, OVERRIDE),
                row.tier(),
                row.score(),
                part(standing, "features"),
                part(standing, "needs"),
                rest(standing, "features", "needs"),
                row.stage(),
                row.risk(),
                tree(row.lifecycle(), json),
                holdings);
    }

    private static @Nullable JsonNode tree(@Nullable String text, JsonMapper json) {
        return text == null ? null : json.readTree(text);
    }

    private static @Nullable JsonNode rest(@Nullable JsonNode whole, String... parts) {
        return whole instanceof ObjectNode object ? object.deepCopy().remove(List.of(parts)) : null;
    }

    private static @Nullable JsonNode part(@Nullable JsonNode whole, String name) {
        return whole == null ? null : whole.get(name);
    }
}
