package stratum.customer.listener;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reading the log.
 *
 * @param threads how many read and book at the same time; more than partitions are idle
 * @param batch how many records are booked in one transaction at most
 */
@ConfigurationProperties("stratum.reading")
public record ReadingSettings(
        @DefaultValue("2") int threads,
        @DefaultValue("10000") int batch) {

    public ReadingSettings {
        if (threads < 1 || batch < 1) {
            throw new IllegalArgumentException("stratum.reading needs at least one thread and one record to the batch");
        }
    }
}
