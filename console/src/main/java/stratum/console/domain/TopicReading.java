package stratum.console.domain;

import java.util.Map;
import stratum.schemas.Topics;

/**
 * What the broker said of a topic at one moment.
 *
 * @param spans by partition
 * @param bytes on disk, all replicas; below 0 while unknown
 */
public record TopicReading(String name, Map<Integer, Span> spans, long bytes) {

    /** Offsets held; where a topic is written in transactions their end marks count too. */
    public long size() {
        return spans.values().stream().mapToLong(Span::size).sum();
    }

    /** Written by the services in transactions; then the last offset of a partition is an end mark and no record. */
    boolean endsInMark() {
        return !Topics.named(name).owner().equals("bank");
    }

    long written() {
        return spans.values().stream().mapToLong(Span::end).sum();
    }
}
