package stratum.customer.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the outbox.
 *
 * @param every the pause after which it is looked into again
 */
@ConfigurationProperties("stratum.outbox")
public record OutboxSettings(@DefaultValue("250ms") Duration every) {}
