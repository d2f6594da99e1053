package stratum.sandbox.play;

import stratum.sandbox.run.Ports;
import stratum.sandbox.run.Sandbox;
import stratum.sandbox.run.ServiceProgram;

/**
 * Where the player finds the system.
 *
 * @param bootstrapServers the broker
 * @param registryUrl the registry
 * @param campaignUrl the campaign-service
 */
public record Addresses(String bootstrapServers, String registryUrl, String campaignUrl) {

    public static Addresses of(Sandbox sandbox) {
        return new Addresses(sandbox.bootstrapServers(), sandbox.registryUrl(), sandbox.url("campaign-service"));
    }

    public static Addresses of(Ports ports) {
        return new Addresses(ports.bootstrapServers(), ports.registryUrl(), ports.url(ServiceProgram.CAMPAIGN));
    }

    public Clients clients() {
        return new Clients(bootstrapServers, registryUrl);
    }
}
