package stratum.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import stratum.sandbox.run.Bank;
import stratum.sandbox.run.Home;
import stratum.sandbox.run.Ports;
import stratum.sandbox.run.Running;
import stratum.sandbox.run.SandboxFailure;
import stratum.sandbox.run.SandboxSettings;
import stratum.sandbox.run.ServiceProgram;
import stratum.sandbox.run.Workplace;

/** The options every command has: which sandbox is meant. */
final class Where {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where everything is kept (default: .stratum in the project's folder).")
    private @Nullable Path dir;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Moves all ports up by N, so that two sandboxes fit on one machine.")
    private int portOffset;

    @Option(names = "--services", paramLabel = "NAMES", split = ",", hidden = true, arity = "0..1")
    private @Nullable List<String> services;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    Workplace place() {
        Workplace place = new Workplace(dir == null ? Home.find().resolve(".stratum") : dir);
        // Read by the launcher's logging when it begins to log, which is after this.
        System.setProperty("stratum.logs", place.logs().toString());
        return place;
    }

    SandboxSettings settings() {
        ports();
        SandboxSettings settings = SandboxSettings.of(place().dir(), portOffset);
        return services == null
                ? settings
                : settings.with(ServiceProgram.ALL.stream()
                        .filter(program -> services.contains(program.name()))
                        .toList());
    }

    /** The ports of what runs there; where no place was named, of whatever runs on the ports named. */
    Ports runningPorts() {
        Optional<Running> running = Running.in(place());
        if (running.isEmpty() && dir != null) {
            throw new SandboxFailure(
                    "Nothing runs in %s; `./stratum up --dir %s` starts it.".formatted(place().dir(), dir));
        }
        return running.map(Running::ports).orElseGet(this::ports);
    }

    boolean clockGoesOn() {
        return Bank.in(place()).map(Bank::liveClock).orElse(true);
    }

    Ports ports() {
        try {
            return new Ports(portOffset);
        } catch (IllegalArgumentException e) {
            throw command == null ? e : new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
