package stratum.sandbox;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "up", description = "Starts the system; its data is kept from run to run.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Override
    public Integer call() throws InterruptedException {
        Session.start(where.settings().archiving(true), Terminal.standard()).untilInterrupted();
        return 0;
    }
}
