package stratum.sandbox.play;

import java.util.List;
import stratum.sandbox.run.Ports;
import stratum.sandbox.run.Sandbox;
import stratum.sandbox.run.ServiceProgram;

/**
 * Where the player finds the system.
 *
 * @param bootstrapServers the broker
 * @param registryUrl the registry
 * @param campaignUrls where instances of the campaign-service may be
 */
public record Addresses(String bootstrapServers, String registryUrl, List<String> campaignUrls) {

    public static Addresses of(Sandbox sandbox) {
        return new Addresses(sandbox.bootstrapServers(), sandbox.registryUrl(), sandbox.urls("campaign-service"));
    }

    public static Addresses of(Ports ports) {
        return new Addresses(ports.bootstrapServers(), ports.registryUrl(), ports.urls(ServiceProgram.CAMPAIGN));
    }

    public Clients clients() {
        return new Clients(bootstrapServers, registryUrl);
    }
}
