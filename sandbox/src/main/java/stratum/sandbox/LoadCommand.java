package stratum.sandbox;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import stratum.sandbox.load.Loading;
import stratum.sandbox.run.Ports;
import stratum.sandbox.run.ServiceProgram;

@Command(
        name = "load",
        description = "Publishes the facts of a file into the system that runs; exit code 1 if any was refused.")
final class LoadCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE.ndjson",
            description = "One fact a line, as POST /v1/facts takes them; plain, .gz or .xz.")
    private @Nullable Path file;

    @Mixin
    private Where where = new Where();

    @Override
    public Integer call() throws InterruptedException {
        if (file == null) {
            throw new IllegalStateException("picocli requires it");
        }
        Terminal terminal = Terminal.standard();
        Ports ports = where.runningPorts();
        if (!where.clockGoesOn()) {
            terminal.say("The clock there stands still once the play is over, and what comes after waits for a tick."
                    + " A bank of your own, with a live clock: ./stratum up --dir my-bank");
        }
        return new Loading(file, ports.url(ServiceProgram.CUSTOMER), terminal::say).load() ? 0 : 1;
    }
}
