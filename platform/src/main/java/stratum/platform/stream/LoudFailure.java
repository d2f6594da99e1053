package stratum.platform.stream;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a failed stream thread again, more slowly each time, and gives up loudly where it fails on and on: the service is
 * then not live. After a quiet while the failures before it are forgotten.
 */
final class LoudFailure implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LoudFailure.class);
    private static final int ATTEMPTS = 30;
    private static final long LONGEST_PAUSE_SECONDS = 10;

    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(10);

    private int failures;
    private long lastFailure;

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        int count = count();
        LOG.error("The stream failed, for the {}. time", count, failure);
        if (count >= ATTEMPTS) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Math.min(count, LONGEST_PAUSE_SECONDS)));
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private synchronized int count() {
        long now = System.nanoTime();
        failures = now - lastFailure > QUIET_NANOS ? 1 : failures + 1;
        lastFailure = now;
        return failures;
    }
}
