package stratum.campaign.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the customer file says that campaigns ask about. Nothing in it names the person.
 *
 * @param at when the file was as it is
 * @param kind PERSONAL or CORPORATE
 * @param zone IANA time zone; the bank's where none
 * @param language BCP 47 tag
 */
public record Profile(
        Instant at,
        String kind,
        String language,
        boolean vulnerable,
        Consents consents,
        @Nullable LocalDate birthDate,
        @Nullable String zone,
        @Nullable String occupation,
        @Nullable String incomeBand,
        @Nullable String riskAppetite,
        @Nullable String branch) {

    Profile without(Channel channel, Purpose purpose) {
        return new Profile(
                at,
                kind,
                language,
                vulnerable,
                consents.without(channel, purpose),
                birthDate,
                zone,
                occupation,
                incomeBand,
                riskAppetite,
                branch);
    }

    Map<String, Object> factsOn(LocalDate today) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("kind", kind);
        facts.put("language", language);
        facts.put("vulnerable", vulnerable);
        put(
                facts,
                "age",
                birthDate == null
                        ? null
                        : (long) Period.between(birthDate, today).getYears());
        put(facts, "occupation", occupation);
        put(facts, "incomeBand", incomeBand);
        put(facts, "riskAppetite", riskAppetite);
        put(facts, "branch", branch);
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
