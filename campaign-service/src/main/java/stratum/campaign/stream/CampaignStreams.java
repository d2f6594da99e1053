package stratum.campaign.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import stratum.campaign.domain.Customer;
import stratum.campaign.usecase.PublishedCampaigns;
import stratum.campaign.usecase.ShippedCampaigns;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.DecisionSettings;
import stratum.platform.stream.DecisionTopology;
import stratum.platform.stream.Input;
import stratum.schemas.EventSerde;
import stratum.schemas.Topics;

/** What campaigns decide on, and what they announce. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BudgetSettings.class)
class CampaignStreams {

    /** In this order at the same moment: what is known of a customer comes before what gives an occasion. */
    static final List<Input> INPUTS = List.of(
            Input.ofBank(Topics.CUSTOMERS),
            Input.ofService(Topics.SCORES),
            Input.ofService(Topics.STAGES),
            Input.ofBank(Topics.OUTCOMES),
            Input.ofBank(Topics.HOLDINGS),
            Input.ofBank(Topics.TRANSACTIONS),
            Input.ofBank(Topics.INTERACTIONS),
            Input.ofService(Topics.TIER_SIGNALS),
            Input.ofService(Topics.TRANSITIONS),
            Input.ofService(Topics.MILESTONES),
            Input.ofReference(Topics.CAMPAIGNS),
            Input.ofReference(Topics.CONTACT_POLICIES),
            Input.ofReference(Topics.PROPENSITIES));

    static final List<String> OUTPUTS = List.of(Topics.OFFERS, Topics.DECISIONS, Topics.EXPOSURES);

    @Bean
    ShippedCampaigns shippedCampaigns() {
        return ShippedCampaigns.load();
    }

    @Bean
    DecisionTopology<Customer> decisions(
            ShippedCampaigns campaigns,
            StratumSettings stratum,
            BudgetSettings budget,
            EventSerde serde,
            MeterRegistry meters) {
        CampaignRules.Bank bank = new CampaignRules.Bank(
                ShippedCampaigns.words(), stratum.zone(), stratum.baseCurrency(), budget.parts());
        return new DecisionTopology<>(
                INPUTS,
                OUTPUTS,
                new CampaignDecider(new CampaignRules(bank, PublishedCampaigns.beside(campaigns))),
                new DecisionSettings("campaign", stratum.zone(), serde, meters));
    }
}
