package stratum.sandbox.play;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import stratum.sandbox.feed.History;

/** One line that says how far the history has been played, redrawn or repeated at a pace that suits the reader. */
public final class Progress {

    private static final int WIDTH = 24;

    private final History history;
    private final Consumer<String> shown;
    private final long paceNanos;
    private final long begun = System.nanoTime();
    private long shownAt;

    /** Shows a line as often as the pace says. */
    public Progress(History history, Duration pace, Consumer<String> shown) {
        this.history = history;
        this.paceNanos = pace.toNanos();
        this.shown = shown;
        this.shownAt = begun;
    }

    void show(LocalDate day, long published, long processed, int daysBehind) {
        long now = System.nanoTime();
        if (now - shownAt >= paceNanos) {
            shownAt = now;
            draw(day, published, processed, daysBehind, (now - begun) / 1e9);
        }
    }

    private void draw(LocalDate day, long published, long processed, int daysBehind, double seconds) {
        long all = ChronoUnit.DAYS.between(history.firstDay(), history.lastDay()) + 1;
        long done = ChronoUnit.DAYS.between(history.firstDay(), day) + 1 - daysBehind;
        double share = Math.max(0, (double) done / all);
        String line = "%s %3.0f %%  %s  %,d facts  %,.0f facts/s  lag %d days, %,d facts  ETA %s"
                .formatted(
                        bar(share),
                        share * 100,
                        day,
                        processed,
                        processed / seconds,
                        daysBehind,
                        published - processed,
                        eta(share, seconds));
        shown.accept(line);
    }

    private static String bar(double share) {
        int full = (int) Math.round(share * WIDTH);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }

    private static String eta(double share, double seconds) {
        if (share < 0.01) {
            return "-";
        }
        long left = Math.round(seconds / share - seconds);
        return "%d:%02d".formatted(left / 60, left % 60);
    }
}
