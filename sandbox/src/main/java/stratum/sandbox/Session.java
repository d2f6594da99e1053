package stratum.sandbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import stratum.sandbox.run.Sandbox;
import stratum.sandbox.run.SandboxSettings;

/**
 * A sandbox that a user started and watches: it ends with Ctrl-C, and when a part breaks it says which and ends with
 * exit code 1.
 */
final class Session implements AutoCloseable {

    private final Sandbox sandbox;
    private final Terminal terminal;
    private final AtomicBoolean broke = new AtomicBoolean();

    private Session(SandboxSettings settings, Terminal terminal) {
        this.terminal = terminal;
        this.sandbox = new Sandbox(settings, terminal::say, this::broken);
    }

    static Session start(SandboxSettings settings, Terminal terminal) {
        Session session = new Session(settings, terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(session::close, "stop"));
        session.sandbox.start();
        return session;
    }

    /** One part that breaks may take others with it; the user hears of the first. */
    private void broken(String obituary) {
        if (broke.compareAndSet(false, true)) {
            terminal.complain(obituary);
            System.exit(1);
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Waits for Ctrl-C, which ends the launcher. */
    void untilInterrupted() throws InterruptedException {
        terminal.say("Console: %s   (Ctrl-C stops everything and keeps the data)".formatted(sandbox.url("console")));
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        if (sandbox.started()) {
            terminal.endProgress();
            terminal.say("Stopping ...");
            sandbox.close();
            terminal.say("Stopped.");
        } else {
            sandbox.close();
        }
    }
}
