package stratum.console;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import stratum.console.usecase.WatchingTheRoad;

/** Starts to look once the console stands, and ends before the server does, so that no open page holds it up. */
final class Looking implements SmartLifecycle {

    private final WatchingTheRoad watching;
    private final Duration pace;
    private volatile boolean running;

    Looking(WatchingTheRoad watching, Duration pace) {
        this.watching = watching;
        this.pace = pace;
    }

    @Override
    public void start() {
        watching.start(pace);
        running = true;
    }

    @Override
    public void stop() {
        watching.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
