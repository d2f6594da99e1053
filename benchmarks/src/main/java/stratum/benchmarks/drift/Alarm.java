package stratum.benchmarks.drift;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody was said to be drifting away.
 *
 * @param causes why, largest first, where the method says so
 */
public record Alarm(String customerId, LocalDate on, List<String> causes) {}
