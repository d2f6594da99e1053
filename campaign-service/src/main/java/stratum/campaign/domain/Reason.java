package stratum.campaign.domain;

import java.util.Map;

/**
 * A reason in words a customer could be told.
 *
 * @param text the words by language tag
 */
public record Reason(String code, Map<String, String> text) {

    public Reason {
        text = Map.copyOf(text);
    }
}
