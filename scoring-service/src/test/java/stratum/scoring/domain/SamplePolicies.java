package stratum.scoring.domain;

import java.util.EnumMap;
import java.util.Map;
import stratum.scoring.reference.ReferencePolicy;
import stratum.scoring.usecase.PolicyReader;

/**
 * Policies small enough to work with on paper. MASS asks for nothing, CORE for a balance of 1,000 and a score of 200, VIP for
 * 2,000 and 400, PRIVATE for 4,000 and 800. A fifth of the balance is score; active days and tenure add up to 200.
 */
enum SamplePolicies {
    AT_ONCE_AFTER_60_DAYS("AT_ONCE", "{\"afterDays\": 60}", ""),
    MONTH_START_AFTER_3_MONTH_ENDS(
            "MONTH_START", "{\"afterMonthEnds\": 3}", ", \"demotion\": {\"afterMonthEnds\": 6}, \"marginPercent\": 10"),
    AT_ONCE_AFTER_1_MONTH_END("AT_ONCE", "{\"afterMonthEnds\": 1}", ", \"demotion\": {\"afterDays\": 1}"),
    MONTH_START_AFTER_10_DAYS("MONTH_START", "{\"afterDays\": 10}", "");

    private final String json;

    SamplePolicies(String promotion, String demotion, String ofPrivate) {
        json = """
                {"id": "sample", "version": 1, "currency": "EUR", "effectiveFrom": "1970-01-01T00:00:00Z",
                 "tiers": [
                   {"code": "MASS", "names": {"en": "Mass", "zh-CN": "大众"}, "minScore": 0, "gates": {}},
                   {"code": "CORE", "names": {"en": "Core", "zh-CN": "核心"}, "minScore": 200, "gates": {"balance": 1000}},
                   {"code": "VIP", "names": {"en": "VIP", "zh-CN": "贵宾"}, "minScore": 400,
                    "gates": {"balance": 2000, "productCount": 1}},
                   {"code": "PRIVATE", "names": {"en": "Private", "zh-CN": "私人银行"}, "minScore": 800,
                    "gates": {"balance": 4000, "productCount": 1}%s}],
                 "scoreCard": [
                   {"dimension": "value", "weight": 80, "feature": "balance", "curve": [[0, 0], [4000, 100]]},
                   {"dimension": "loyalty", "weight": 20, "terms": [
                     {"feature": "activeDays90d", "percent": 50, "curve": [[0, 0], [90, 100]]},
                     {"feature": "tenureDays", "curve": [[0, 0], [1000, 60]]}]}],
                 "marginPercent": 5, "promotion": "%s", "demotion": %s}
                """.formatted(ofPrivate, promotion, demotion);
    }

    TierPolicy policy() {
        return read(json);
    }

    /** The policy in which VIP is gone and GOLD has taken over its customers. */
    TierPolicy withGoldForVip() {
        return read(json.replace("\"code\": \"VIP\"", "\"code\": \"GOLD\", \"replaces\": [\"VIP\"]"));
    }

    /** The policy in which VIP is gone for good. */
    TierPolicy withoutVip() {
        return read(json.replace("\"code\": \"VIP\"", "\"code\": \"GOLD\""));
    }

    ReferencePolicy reference() {
        return ReferencePolicy.parse(json);
    }

    private static TierPolicy read(String json) {
        return new PolicyReader("EUR").read(json);
    }

    /** A customer with one product and a balance. */
    static Features balance(long balance) {
        Map<Feature, Long> values = new EnumMap<>(Feature.class);
        values.put(Feature.BALANCE, balance);
        values.put(Feature.PRODUCT_COUNT, 1L);
        return Features.of(values);
    }
}
