package stratum.customer.listener;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** Whether the log is being read into the dossiers. */
@Component
final class ReadingHealthIndicator implements HealthIndicator {

    private final KafkaListenerEndpointRegistry listeners;

    ReadingHealthIndicator(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public Health health() {
        MessageListenerContainer container = listeners.getListenerContainer(LogReader.ID);
        return container != null && container.isRunning() && container.isInExpectedState()
                ? Health.up().build()
                : Health.down()
                        .withDetail("reason", "The log is not being read.")
                        .build();
    }
}
