package stratum.scoring.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.BusinessCalendar;
import stratum.platform.stream.DecisionSettings;
import stratum.platform.stream.DecisionTopology;
import stratum.platform.stream.Input;
import stratum.schemas.EventSerde;
import stratum.schemas.Topics;
import stratum.scoring.domain.Rates;
import stratum.scoring.domain.Scoring;
import stratum.scoring.usecase.ShippedPolicies;

/** What scoring reads and writes. */
@Configuration(proxyBeanMethods = false)
class ScoringStream {

    /** Facts of the same time are booked in this order. */
    static final List<Input> INPUTS = List.of(
            Input.ofBank(Topics.CUSTOMERS),
            Input.ofBank(Topics.HOLDINGS),
            Input.ofBank(Topics.TRANSACTIONS),
            Input.ofBank(Topics.INTERACTIONS));

    static final List<String> OUTPUTS = List.of(Topics.SCORES, Topics.TIER_SIGNALS);

    @Bean
    Scoring scoring(StratumSettings settings) {
        return new Scoring(ShippedPolicies.rolling(settings.baseCurrency()));
    }

    @Bean
    DecisionTopology<?> decisions(Scoring scoring, StratumSettings settings, EventSerde serde, MeterRegistry meters) {
        FactReader facts = new FactReader(new BusinessCalendar(settings.zone()));
        return new DecisionTopology<>(
                INPUTS,
                OUTPUTS,
                new ScoringDecider(scoring, facts, Rates.none(settings.baseCurrency())),
                new DecisionSettings("scoring", settings.zone(), serde, meters));
    }
}
