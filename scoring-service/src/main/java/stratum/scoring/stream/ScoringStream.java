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
import stratum.scoring.domain.Scoring;
import stratum.scoring.usecase.ShippedPolicies;

/** What scoring reads and writes. */
@Configuration(proxyBeanMethods = false)
public class ScoringStream {

    /** Facts of the same time are booked in this order. */
    public static final List<Input> INPUTS = List.of(
            Input.ofBank(Topics.CUSTOMERS),
            Input.ofBank(Topics.HOLDINGS),
            Input.ofBank(Topics.TRANSACTIONS),
            Input.ofBank(Topics.INTERACTIONS));

    /** Where it is announced. */
    public static final List<String> OUTPUTS = List.of(Topics.SCORES, Topics.TIER_SIGNALS);

    @Bean
    Scoring scoring(StratumSettings settings) {
        return new Scoring(ShippedPolicies.rolling(settings.baseCurrency()));
    }

    @Bean
    DecisionTopology<?> decisions(Scoring scoring, StratumSettings settings, EventSerde serde, MeterRegistry meters) {
        return new DecisionTopology<>(
                INPUTS,
                OUTPUTS,
                decider(scoring, settings.zone(), settings.baseCurrency()),
                new DecisionSettings("scoring", settings.zone(), serde, meters));
    }

    /** What scoring decides in a bank with this time zone and base currency, for whoever runs it elsewhere too. */
    public static Decider<?> decider(Scoring scoring, ZoneId zone, String currency) {
        return new ScoringDecider(scoring, new FactReader(new BusinessCalendar(zone), currency));
    }
}
