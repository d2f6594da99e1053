package stratum.customer.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of looking after customers.
 *
 * @param every the pause after which it is looked again whether something is due
 */
@ConfigurationProperties("stratum.care")
public record CareSettings(@DefaultValue("500ms") Duration every) {}
