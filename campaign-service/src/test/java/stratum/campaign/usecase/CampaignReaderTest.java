package stratum.campaign.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.campaign.usecase.ShippedCampaigns.Shipped;

class CampaignReaderTest {

    private static final String WELCOME = ShippedCampaigns.load().all().stream()
            .filter(one -> one.campaign().id().equals("welcome"))
            .map(Shipped::document)
            .findFirst()
            .orElseThrow();

    private final CampaignReader reader = new CampaignReader(new CelConditions());

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "welcome",        | "Wel come",         | Campaign Wel come: id: small letters, digits and single hyphens are wanted, 64 at most, not 'Wel come'.
            "version": 1      | "version": 0        | Campaign welcome: version: the first is 1, not 0.
            "ACTIVATE"        | "PLEASE"            | Campaign welcome: objective: 'PLEASE' is none of [ACQUIRE, ACTIVATE, GROW, CROSS_SELL, UP_SELL, RETAIN, WIN_BACK, SERVICE].
            "STAGE_CHANGE"    | "FULL_MOON"         | Campaign welcome: trigger.kind: 'FULL_MOON' is none of [TIER_SIGNAL, STAGE_CHANGE, MILESTONE, INTERACTION, TRANSACTION, SCHEDULE].
            ["ACQUISITION"]   | ["LIMBO"]           | Campaign welcome: trigger.names[0]: 'LIMBO' is none of [PROSPECT, ACQUISITION, GROWTH, MATURITY, AT_RISK, CHURNED].
            ["ACQUISITION"]   | []                  | Campaign welcome: trigger.names: none is named.
            profile.age >= 16 | tier >= 16          | Campaign welcome: condition: line 1, column 64: found no matching overload
            profile.age >= 16 | features.shoes > 40 | Campaign welcome: condition: there is no feature 'shoes'.
            profile.age >= 16 | profil.age > 3      | Campaign welcome: condition: line 1, column 59: undeclared reference to 'profil'
            "WELCOME-90"      | ""                  | Campaign welcome: offer.code: is missing.
            "validDays": 90   | "validDays": 0      | Campaign welcome: offer.validDays: at least 1 is wanted, not 0.
            {"channel": "SMS"}| {"channel": "FAX"}  | Campaign welcome: channels[2].channel: 'FAX' is none of [PUSH, SMS, EMAIL, RM_CALL, BRANCH].
            {"channel": "SMS"}| {"channel": "BRANCH"} | Campaign welcome: messages: there is none for BRANCH that is about anything.
            until {validUntil}.| until {payday}.    | Campaign welcome: messages[2].words.en.text: nothing is known to put in place of {payday}; known are
            "share": 0.1      | "share": 1.5        | Campaign welcome: control.share: from 0 to below 1 is wanted.
            "accepts": 12     | "accepts": 99       | Campaign welcome: propensity: accepts above 0 and no more than contacts are wanted.
            "lever": 1.0      | "lever": 0          | Campaign welcome: lever: above 0 is wanted, not 0.0.
            "coolDownDays": 365 | "coolDownDays": -1 | Campaign welcome: coolDownDays: a number from 0 is wanted, not -1.
            "coolDownDays"    | "coolDown"          | welcome.json: Unrecognized property "coolDown"
            """)
    void a_mistake_gets_a_sentence(String right, String wrong, String sentence) {
        assertThat(WELCOME).contains(right);

        assertThat(mistakesIn(WELCOME.replace(right, wrong)))
                .anySatisfy(mistake -> assertThat(mistake).startsWith(sentence));
    }

    @Test
    void every_mistake_is_told_at_once() {
        String wrong = WELCOME.replace("\"version\": 1", "\"version\": 0").replace("\"ACTIVATE\"", "\"PLEASE\"");

        assertThat(mistakesIn(wrong)).hasSize(2);
    }

    @Test
    void a_version_is_there_once() {
        Shipped welcome = ShippedCampaigns.load().all().get(0);

        assertThat(ShippedCampaigns.twice(List.of(welcome, welcome)))
                .containsExactly("Campaign birthday-anniversary: version 1 is there twice.");
        assertThat(ShippedCampaigns.twice(List.of(welcome))).isEmpty();
    }

    private List<String> mistakesIn(String json) {
        InvalidCampaigns invalid = catchThrowableOfType(
                InvalidCampaigns.class, () -> reader.read(ShippedCampaigns.parse(json, "welcome.json")));
        return invalid.mistakes();
    }
}
