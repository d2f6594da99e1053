package stratum.sandbox.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The ports the parts listen on, all moved together by an offset, so that two sandboxes fit on one machine. */
public record Ports(int offset) {

    static final String HOST = "127.0.0.1";

    private static final int HIGHEST = 9093;
    private static final int MOST_INSTANCES = 2;

    public Ports {
        if (offset < 0 || offset + HIGHEST > 65_535) {
            throw new IllegalArgumentException("The port offset must be between 0 and %d.".formatted(65_535 - HIGHEST));
        }
    }

    int postgres() {
        return 5433 + offset;
    }

    int registry() {
        return 8085 + offset;
    }

    int broker() {
        return 9092 + offset;
    }

    int controller() {
        return HIGHEST + offset;
    }

    int service(ServiceProgram program) {
        return program.port() + offset;
    }

    /** Another instance of a service listens well away from all first ones. */
    int service(ServiceProgram program, int instance) {
        return service(program) + 20 * (instance - 1);
    }

    public String bootstrapServers() {
        return HOST + ":" + broker();
    }

    public String registryUrl() {
        return "http://" + HOST + ":" + registry();
    }

    public String url(ServiceProgram program) {
        return "http://" + HOST + ":" + service(program);
    }

    /** Where the instances of a service may be: the first, and the second where one was started. */
    public List<String> urls(ServiceProgram program) {
        return IntStream.rangeClosed(1, MOST_INSTANCES)
                .mapToObj(instance -> "http://%s:%d".formatted(HOST, service(program, instance)))
                .toList();
    }

    /** Every port with the part that wants it. */
    public Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("postgres", postgres());
        all.put("broker", broker());
        all.put("broker's controller", controller());
        all.put("registry", registry());
        ServiceProgram.ALL.forEach(program -> all.put(program.name(), service(program)));
        return all;
    }

    void requireFree() {
        all().forEach((part, port) -> {
            if (!free(port)) {
                throw new SandboxFailure(
                        "Port %d, which the %s wants, is taken by another program; end that one or move all ports with --port-offset, for example --port-offset %d."
                                .formatted(port, part, offset + 1000));
            }
        });
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
