package stratum.customer.publish;

import java.time.Clock;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import stratum.customer.store.Leadership;

/** The parts of the clock, where this instance may run it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "stratum.clock.enabled", matchIfMissing = true)
class ClockConfiguration {

    @Bean(destroyMethod = "close")
    @SuppressWarnings("unchecked") // Boot makes the factory for whatever the deserializers yield.
    Consumer<String, SpecificRecord> clockConsumer(ConsumerFactory<?, ?> factory) {
        return (Consumer<String, SpecificRecord>) factory.createConsumer("clock", "customer-service", "clock");
    }

    @Bean
    Repeating clockTicking(
            ClockSettings settings,
            Leadership leadership,
            Consumer<String, SpecificRecord> clockConsumer,
            KafkaTemplate<String, SpecificRecord> kafka,
            Clock clock) {
        ClockTicker ticker = new ClockTicker(leadership::isHeld, new LogHeads(clockConsumer), kafka, clock);
        return new Repeating("clock", settings.every(), ticker::tick);
    }
}
