package stratum.sandbox.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command line that starts a service as the module's build left it. */
final class ServiceCommand {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final SandboxSettings settings;
    private final Workplace place;
    private final Bank bank;

    ServiceCommand(SandboxSettings settings, Workplace place, Bank bank) {
        this.settings = settings;
        this.place = place;
        this.bank = bank;
    }

    /** The command line of an instance, which are numbered from 1. */
    List<String> of(ServiceProgram program, int instance) {
        Ports ports = settings.ports();
        int port = ports.service(program, instance);
        String part = partOf(program, instance);
        // With seven programs on two cores the second compiler costs more than it gives back in a few minutes.
        Jvm jvm = new Jvm(part, place, settings.archiving())
                .heap(program.heap())
                .flags(Jvm.QUICK)
                .set("server.address", Ports.HOST)
                .set("server.port", port)
                .set("spring.kafka.bootstrap-servers", ports.bootstrapServers())
                .set("spring.lifecycle.timeout-per-shutdown-phase", "5s")
                .set("stratum.streams.commit-interval", "250ms")
                .set("stratum.streams.threads", settings.threads())
                .set("stratum.registry.url", ports.registryUrl())
                .set("stratum.zone", bank.zone())
                .set("stratum.base-currency", bank.currency())
                .set("stratum.clock.enabled", bank.liveClock())
                .set("stratum.state-dir", place.data().resolve("state").resolve(part))
                .set("stratum.instance", Ports.HOST + ":" + port);
        program.database().ifPresent(database -> database(jvm, database));
        if (program == ServiceProgram.CONSOLE) {
            ServiceProgram.ALL.forEach(other -> jvm.set(
                    "stratum.console.%s-url".formatted(other.name().replace("-service", "")), ports.url(other)));
        }
        return jvm.command(classpath(program), program.main());
    }

    static String partOf(ServiceProgram program, int instance) {
        return instance == 1 ? program.name() : "%s-%d".formatted(program.name(), instance);
    }

    private void database(Jvm jvm, String database) {
        jvm.set("spring.r2dbc.url", Postgres.r2dbcUrl(settings.ports(), database))
                .set("spring.r2dbc.username", Postgres.USER)
                .set("spring.r2dbc.password", "")
                .set("spring.flyway.url", Postgres.jdbcUrl(settings.ports(), database))
                .set("spring.flyway.user", Postgres.USER)
                .set("spring.flyway.password", "");
    }

    private List<Path> classpath(ServiceProgram program) {
        Path target = settings.home().resolve(program.name()).resolve("target");
        Path jar = target.resolve("%s-%s.jar".formatted(program.name(), VERSION));
        Path classpath = target.resolve("classpath");
        if (!Files.exists(jar) || !Files.exists(classpath)) {
            throw new SandboxFailure("The %s has not been built: %s is missing; `mvn -DskipTests package` builds it."
                    .formatted(program.name(), Files.exists(jar) ? classpath : jar));
        }
        try {
            return Stream.concat(Stream.of(jar), Jvm.paths(Files.readString(classpath)).stream())
                    .toList();
        } catch (IOException e) {
            throw new SandboxFailure("%s cannot be read.".formatted(classpath), e);
        }
    }
}
