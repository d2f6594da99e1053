package stratum.sandbox;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stratum.sandbox.run.Running;
import stratum.sandbox.run.Sandbox;
import stratum.sandbox.run.SandboxFailure;
import stratum.sandbox.run.Workplace;

@Command(name = "down", description = "Stops the system that runs, from any terminal.")
final class DownCommand implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Option(names = "--wipe", description = "Forgets the data as well.")
    private boolean wipe;

    @Override
    public Integer call() throws Exception {
        Workplace place = where.place();
        Terminal terminal = Terminal.standard();
        Optional<Running> running = Running.in(place);
        if (running.isPresent()) {
            stop(running.get());
        }
        terminal.say(running.isPresent() ? "Stopped." : "Nothing was running in %s.".formatted(place.dir()));
        if (wipe) {
            place.forget();
            terminal.say("The data in %s is forgotten.".formatted(place.dir()));
        }
        return 0;
    }

    private static void stop(Running running) throws Exception {
        Optional<ProcessHandle> launcher = ProcessHandle.of(running.pid());
        if (launcher.isPresent()) {
            launcher.get().destroy();
            try {
                launcher.get().onExit().get(Sandbox.LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                throw new SandboxFailure(
                        "The sandbox (process %d) has not stopped within %d seconds."
                                .formatted(running.pid(), Sandbox.LONGEST_STOP.toSeconds()),
                        e);
            }
        }
    }
}
