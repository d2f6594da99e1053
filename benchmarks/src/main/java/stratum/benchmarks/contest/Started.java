package stratum.benchmarks.contest;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Ours, started and left running until its process is ended. Says how long it took to restore what was known. Where nothing
 * was committed before it begins with what is yet to come.
 */
final class Started implements Contestant {

    @Override
    public Measured run(Course course) throws InterruptedException {
        Counted<?> decider = Rules.of(course.subject());
        Map<String, Object> fromNowOn = Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return new StreamsRun(new Ours().streams(decider, course, fromNowOn), course).start();
    }
}
