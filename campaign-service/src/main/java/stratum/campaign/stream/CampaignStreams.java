package stratum.campaign.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import stratum.campaign.domain.ContactPolicy;
import stratum.campaign.domain.Customer;
import stratum.campaign.domain.Deciding;
import stratum.campaign.domain.Words;
import stratum.campaign.usecase.ShippedCampaigns;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.DecisionSettings;
import stratum.platform.stream.DecisionTopology;
import stratum.platform.stream.Input;
import stratum.schemas.EventSerde;
import stratum.schemas.Topics;

/** What campaigns decide on, and what they announce. */
@Configuration(proxyBeanMethods = false)
class CampaignStreams {

    /** In this order at the same moment: what is known of a customer comes before what gives an occasion. */
    static final List<Input> INPUTS = List.of(
            Input.ofBank(Topics.CUSTOMERS),
            Input.ofService(Topics.SCORES),
            Input.ofService(Topics.STAGES),
            Input.ofService(Topics.TIER_SIGNALS),
            Input.ofService(Topics.TRANSITIONS));

    static final List<String> OUTPUTS = List.of(Topics.OFFERS, Topics.DECISIONS);

    @Bean
    ShippedCampaigns shippedCampaigns() {
        return ShippedCampaigns.load();
    }

    @Bean
    DecisionTopology<Customer> decisions(
            ShippedCampaigns campaigns, StratumSettings stratum, EventSerde serde, MeterRegistry meters) {
        Words words = ShippedCampaigns.words();
        Deciding deciding =
                new Deciding(campaigns.campaigns(), ContactPolicy.STANDARD, Deciding.UNIVERSAL_CONTROL, words);
        return new DecisionTopology<>(
                INPUTS,
                OUTPUTS,
                new CampaignDecider(deciding, new Occasions(words), new Announced(stratum.baseCurrency())),
                new DecisionSettings("campaign", stratum.zone(), serde, meters));
    }
}
