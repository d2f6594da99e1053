package stratum.scoring.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.BusinessCalendar;
import stratum.platform.stream.Decider;
import stratum.platform.stream.DecisionSettings;
import stratum.platform.stream.DecisionTopology;
import stratum.platform.stream.Input;
import stratum.schemas.EventSerde;
import stratum.schemas.Topics;
import stratum.scoring.domain.TierPolicy;
import stratum.scoring.usecase.ShippedPolicies;
import stratum.scoring.usecase.TierPolicies;

/** What scoring reads and writes. */
@Configuration(proxyBeanMethods = false)
public class ScoringStream {

    /** Facts of the same time are booked in this order. */
    public static final List<Input> INPUTS = List.of(
            Input.ofBank(Topics.CUSTOMERS),
            Input.ofBank(Topics.HOLDINGS),
            Input.ofBank(Topics.TRANSACTIONS),
            Input.ofBank(Topics.INTERACTIONS),
            Input.ofReference(Topics.FX_RATES),
            Input.ofReference(Topics.SCORING_POLICIES));

    /** Where it is announced. */
    public static final List<String> OUTPUTS = List.of(Topics.SCORES, Topics.TIER_SIGNALS);

    @Bean
    TierPolicies tierPolicies(StratumSettings settings) {
        return new TierPolicies(settings.baseCurrency());
    }

    @Bean
    DecisionTopology<?> decisions(StratumSettings settings, EventSerde serde, MeterRegistry meters) {
        return new DecisionTopology<>(
                INPUTS,
                OUTPUTS,
                decider(ShippedPolicies.rolling(settings.baseCurrency()), settings.zone(), settings.baseCurrency()),
                new DecisionSettings("scoring", settings.zone(), serde, meters));
    }

    /**
     * What scoring decides in a bank with this time zone and base currency, for whoever runs it elsewhere too.
     *
     * @param shipped rules until another policy is published
     */
    public static Decider<?> decider(TierPolicy shipped, ZoneId zone, String currency) {
        return ScoringDecider.shipped(shipped, new FactReader(new BusinessCalendar(zone)), currency);
    }
}
