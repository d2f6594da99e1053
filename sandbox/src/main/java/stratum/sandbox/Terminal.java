package stratum.sandbox;

import java.io.PrintStream;

/** What the user sees: sentences, and one line of progress that is redrawn where there is a real terminal. */
final class Terminal {

    private static final String REDRAW = "\r\033[K";

    private final PrintStream out;
    private final boolean real;
    private boolean progressShown;
    private boolean progressEnded;

    Terminal(PrintStream out, boolean real) {
        this.out = out;
        this.real = real;
    }

    static Terminal standard() {
        return new Terminal(System.out, Boolean.getBoolean("stratum.terminal"));
    }

    boolean real() {
        return real;
    }

    synchronized void say(String line) {
        clearProgress();
        out.println(line);
        out.flush();
    }

    synchronized void complain(String sentence) {
        clearProgress();
        System.err.println(sentence);
    }

    /** Shows how far it is; on anything but a terminal every call is a line, so call it seldom there. */
    synchronized void progress(String line) {
        if (progressEnded) {
            return;
        }
        if (real) {
            out.print(REDRAW + line);
            progressShown = true;
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** From now on progress is no news: everything is being stopped. */
    synchronized void endProgress() {
        progressEnded = true;
    }

    private void clearProgress() {
        if (progressShown) {
            out.print(REDRAW);
            progressShown = false;
        }
    }
}
