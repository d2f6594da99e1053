package stratum.platform.stream;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a failed stream thread again, more slowly each time, and gives up loudly: the service is then not live. */
final class LoudFailure implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LoudFailure.class);
    private static final int ATTEMPTS = 30;
    private static final long LONGEST_PAUSE_SECONDS = 10;

    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        int count = failures.incrementAndGet();
        LOG.error("The stream failed, for the {}. time", count, failure);
        if (count >= ATTEMPTS) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Math.min(count, LONGEST_PAUSE_SECONDS)));
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
