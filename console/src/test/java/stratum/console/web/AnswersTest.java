package stratum.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import stratum.console.domain.CustomerStory.DecisionStory;
import stratum.console.domain.CustomerStory.StageStory;
import stratum.console.domain.CustomerStory.TierStory;
import stratum.console.domain.Distribution;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

class AnswersTest {

    @Test
    void a_distribution_keeps_the_order_of_the_service() {
        Distribution tiers =
                Answers.distribution(json("{'asOf':'1994-03-31','customers':3,'tiers':{'MASS':2,'VIP':1}}"), "tiers");

        assertThat(tiers.asOf()).isEqualTo(LocalDate.parse("1994-03-31"));
        assertThat(tiers.counts().keySet()).containsExactly("MASS", "VIP");
    }

    @Test
    void a_score_tells_why_a_customer_has_her_tier() {
        TierStory story = Answers.tier(json("""
                {'customerId':'c-1','asOf':'1994-03-31','tier':'VIP','candidate':'CORE','score':611,
                 'watch':{'since':'1994-03-01','until':'1994-04-30'},
                 'points':{'value':61.5},'features':{'avgBalance90d':123456,'mainBank':true},
                 'distance':{'up':[{'what':'score','actual':611,'required':850,'missing':239}],'down':[]},
                 'reasons':[{'code':'LOW','text':{'en':'low','zh-CN':'偏低'}}]}"""));

        assertThat(story.watchedUntil()).isEqualTo(LocalDate.parse("1994-04-30"));
        assertThat(story.points()).containsEntry("value", 61.5);
        assertThat(story.up())
                .singleElement()
                .satisfies(up -> assertThat(up.what()).isEqualTo("score"));
        assertThat(story.reasons().get(0).in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("偏低");
        assertThat(story.features()).containsEntry("mainBank", "true");
    }

    @Test
    void what_a_service_leaves_out_stays_out() {
        TierStory story = Answers.tier(json("{'tier':'MASS','score':12}"));

        assertThat(story.watchedUntil()).isNull();
        assertThat(story.reasons()).isEmpty();
        assertThat(Answers.stage(json("{'stage':'GROWTH','pAlive':null}")).pAlive())
                .isNull();
    }

    @Test
    void a_stage_tells_its_causes() {
        StageStory story = Answers.stage(
                json("{'stage':'AT_RISK','since':'1994-03-02','risk':65,'causes':['INACTIVITY'],'pAlive':0.4,"
                        + "'expectedTransactions':{'30':1.5}}"));

        assertThat(story.causes()).containsExactly("INACTIVITY");
        assertThat(story.expectedTransactions()).containsEntry("30", 1.5);
    }

    @Test
    void a_decision_is_told_with_the_words_of_its_offer() {
        JsonNode decisions = json("""
                [{'occurredAt':'1994-03-01T00:00:00Z','occasion':{'name':'UPGRADED'},'offerId':null,
                  'considered':[{'campaignId':'upgrade','withheld':'CONSENT','detail':'no SMS'}]},
                 {'occurredAt':'1994-03-05T00:00:00Z','occasion':{'name':'AT_RISK'},'offerId':'o-1',
                  'considered':[{'campaignId':'retention','withheld':null}]}]""");
        JsonNode offers = json(
                "{'items':[{'offerId':'o-1','campaignId':'retention','messages':[{'language':'en','text':'Hello'}]}]}");

        assertThat(Answers.decisions(decisions, offers))
                .extracting(DecisionStory::campaign)
                .containsExactly("retention", null);
        assertThat(Answers.decisions(decisions, MissingNode.getInstance()))
                .extracting(DecisionStory::campaign)
                .containsExactly("retention", null);
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }
}
