package stratum.sandbox.play;

import java.time.Duration;
import java.util.function.Supplier;
import stratum.sandbox.run.SandboxFailure;

/** Waits as long as something moves, and says who stands still when nothing does. */
final class Patience {

    private final Duration longest;
    private long movedAt = System.nanoTime();

    Patience(Duration longest) {
        this.longest = longest;
    }

    void moved() {
        movedAt = System.nanoTime();
    }

    /** Call this whenever nothing moved. */
    void nothingMoved(Supplier<String> who) {
        if (System.nanoTime() - movedAt > longest.toNanos()) {
            throw new SandboxFailure("The %s has stood still for %d seconds; its log is in the logs folder."
                    .formatted(who.get(), longest.toSeconds()));
        }
    }
}
