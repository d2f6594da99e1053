package stratum.sandbox;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import stratum.sandbox.play.Addresses;
import stratum.sandbox.play.LastTick;
import stratum.sandbox.run.Running;
import stratum.sandbox.run.Workplace;

@Command(name = "status", description = "Says which parts run, on which ports, and how far business time has come.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Override
    public Integer call() {
        Workplace place = where.place();
        Terminal terminal = Terminal.standard();
        Optional<Running> running = Running.in(place);
        if (running.isEmpty()) {
            terminal.say("Nothing runs in %s.".formatted(place.dir()));
        } else {
            running.get().parts().forEach(terminal::say);
            terminal.say("Clock: %s".formatted(clock(running.get())));
        }
        terminal.say("Data: %d MB in %s".formatted(place.dataBytes() >> 20, place.data()));
        return 0;
    }

    private static String clock(Running running) {
        if (!running.answers("broker")) {
            return "unknown, for the broker does not answer";
        }
        return LastTick.in(Addresses.of(running.ports())).map(Instant::toString).orElse("has not ticked yet");
    }
}
