package stratum.benchmarks;

import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import stratum.benchmarks.Settings.Part;
import stratum.benchmarks.contest.Subject;

@Command(
        name = "scoring",
        description = "Measures scoring beside plain clients and the straightforward design, on the same facts.")
final class ScoringCommand implements Callable<Integer> {

    @Mixin
    private HowToMeasure how = new HowToMeasure();

    @Override
    public Integer call() throws InterruptedException {
        return how.run(Subject.SCORING, EnumSet.allOf(Part.class));
    }
}
