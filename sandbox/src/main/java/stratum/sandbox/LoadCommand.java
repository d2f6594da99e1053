package stratum.sandbox;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import stratum.sandbox.load.Loading;
import stratum.sandbox.run.Ports;
import stratum.sandbox.run.Running;
import stratum.sandbox.run.ServiceProgram;

@Command(
        name = "load",
        description = "Publishes the facts of a file into the system that runs; exit code 1 if any was refused.")
final class LoadCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.ndjson", description = "One fact a line, as POST /v1/facts takes them.")
    private @Nullable Path file;

    @Mixin
    private Where where = new Where();

    @Override
    public Integer call() throws InterruptedException {
        if (file == null) {
            throw new IllegalStateException("picocli requires it");
        }
        Ports ports = Running.in(where.place()).map(Running::ports).orElseGet(where::ports);
        return new Loading(ports.url(ServiceProgram.CUSTOMER), Terminal.standard()::say).load(file) ? 0 : 1;
    }
}
