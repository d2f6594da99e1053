package stratum.customer.publish;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is done again and again on a thread of its own, with a pause between. When the world around it is broken
 * it is tried again after ever longer pauses, each failure logged, until the world is mended.
 */
public final class Repeating implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final Object bell = new Object();
    private volatile boolean running;
    private Thread thread = new Thread();

    /** Work of this name, with this pause after each time it went well. */
    public Repeating(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::repeat, name);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        synchronized (bell) {
            bell.notifyAll();
        }
        try {
            thread.join(LONGEST_PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void repeat() {
        Duration next = pause;
        while (running) {
            next = once(next);
            rest(next);
        }
    }

    private Duration once(Duration lastPause) {
        try {
            work.run();
            return pause;
        } catch (RuntimeException e) {
            Duration longer = lastPause.compareTo(FIRST_RETRY) < 0 ? FIRST_RETRY : lastPause.multipliedBy(2);
            Duration next = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
            LOG.error("{} failed and is tried again in {} ms", name, next.toMillis(), e);
            return next;
        }
    }

    private void rest(Duration length) {
        synchronized (bell) {
            try {
                if (running) {
                    bell.wait(length.toMillis());
                }
            } catch (InterruptedException e) {
                running = false;
            }
        }
    }
}
