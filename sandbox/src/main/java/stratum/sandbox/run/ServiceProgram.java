package stratum.sandbox.run;

import java.util.List;
import java.util.Optional;

/**
 * A program of the system that answers over HTTP.
 *
 * @param name the module it is built in, and what the user calls it
 * @param main its main class
 * @param port its port before any offset
 * @param database its database, where it has one
 * @param heap its largest heap
 */
public record ServiceProgram(String name, String main, int port, Optional<String> database, String heap) {

    public static final ServiceProgram CUSTOMER = new ServiceProgram(
            "customer-service", "stratum.customer.CustomerService", 8081, Optional.of("customer"), "384m");
    public static final ServiceProgram SCORING = new ServiceProgram(
            "scoring-service", "stratum.scoring.ScoringService", 8082, Optional.of("scoring"), "512m");
    public static final ServiceProgram LIFECYCLE = new ServiceProgram(
            "lifecycle-service", "stratum.lifecycle.LifecycleService", 8083, Optional.of("lifecycle"), "512m");
    public static final ServiceProgram CAMPAIGN = new ServiceProgram(
            "campaign-service", "stratum.campaign.CampaignService", 8084, Optional.of("campaign"), "512m");
    public static final ServiceProgram CONSOLE =
            new ServiceProgram("console", "stratum.console.Console", 8080, Optional.empty(), "256m");

    /** In the order in which they are started: the console first, for someone is waiting for it. */
    public static final List<ServiceProgram> ALL = List.of(CONSOLE, SCORING, LIFECYCLE, CAMPAIGN, CUSTOMER);

    static ServiceProgram named(String name) {
        return ALL.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no service " + name));
    }
}
