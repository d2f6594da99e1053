package stratum.scoring.domain;

import java.util.Map;

/**
 * A reason in words a customer could be told.
 *
 * @param code stable code
 * @param text words by language tag, {@code en} and {@code zh-CN}
 */
public record Reason(String code, Map<String, String> text) {

    private static final String EN = "en";
    private static final String ZH = "zh-CN";

    public Reason {
        text = Map.copyOf(text);
    }

    static Reason inBothLanguages(String code, String english, String chinese) {
        return new Reason(code, Map.of(EN, english, ZH, chinese));
    }

    static Reason aboutTier(String code, Tier tier, String english, String chinese) {
        return inBothLanguages(code, english.formatted(tier.name(EN)), chinese.formatted(tier.name(ZH)));
    }
}
