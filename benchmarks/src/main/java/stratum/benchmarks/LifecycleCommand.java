package stratum.benchmarks;

import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import stratum.benchmarks.Settings.Part;
import stratum.benchmarks.contest.Subject;

@Command(name = "lifecycle", description = "Measures lifecycle beside plain clients, on the same facts.")
final class LifecycleCommand implements Callable<Integer> {

    @Mixin
    private HowToMeasure how = new HowToMeasure();

    @Override
    public Integer call() throws InterruptedException {
        return how.run(Subject.LIFECYCLE, EnumSet.complementOf(EnumSet.of(Part.LATENCY)));
    }
}
