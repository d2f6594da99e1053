package stratum.console;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the console finds the services, and how often it looks.
 *
 * @param pace between two looks at the system
 * @param viewers that may watch at once; more are asked to come back
 */
@ConfigurationProperties("stratum.console")
public record ConsoleSettings(
        @DefaultValue("http://localhost:8081") URI customerUrl,
        @DefaultValue("http://localhost:8082") URI scoringUrl,
        @DefaultValue("http://localhost:8083") URI lifecycleUrl,
        @DefaultValue("http://localhost:8084") URI campaignUrl,
        @DefaultValue("2s") Duration pace,
        @DefaultValue("100") int viewers) {}
