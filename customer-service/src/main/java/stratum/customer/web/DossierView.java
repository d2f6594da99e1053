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
 * @param profile the customer file, without consents
 * @param scoring the rest of what scoring says: as-of date, candidate, watch, behaviour, policy
 * @param lifecycle the rest of what lifecycle says: as-of date, since when, causes, P(alive), policy
 */
record DossierView(
        String customerId,
        @Nullable JsonNode profile,
        @Nullable JsonNode consents,
        @Nullable String tier,
        @Nullable Integer score,
        @Nullable JsonNode features,
        @Nullable JsonNode needs,
        @Nullable JsonNode scoring,
        @Nullable String stage,
        @Nullable Integer risk,
        @Nullable JsonNode lifecycle,
        List<HoldingView> holdings) {

    static DossierView of(CustomerRow row, List<HoldingView> holdings, JsonMapper json) {
        JsonNode standing = tree(row.standing(), json);
        return new DossierView(
                row.customerId(),
                tree(row.profile(), json),
                tree(row.consents(), json),
                row.tier(),
                row.score(),
                part(standing, "features"),
                part(standing, "needs"),
                rest(standing),
                row.stage(),
                row.risk(),
                tree(row.lifecycle(), json),
                holdings);
    }

    private static @Nullable JsonNode tree(@Nullable String text, JsonMapper json) {
        return text == null ? null : json.readTree(text);
    }

    private static @Nullable JsonNode rest(@Nullable JsonNode standing) {
        return standing instanceof ObjectNode object ? object.deepCopy().remove(List.of("features", "needs")) : null;
    }

    private static @Nullable JsonNode part(@Nullable JsonNode whole, String name) {
        return whole == null ? null : whole.get(name);
    }
}
