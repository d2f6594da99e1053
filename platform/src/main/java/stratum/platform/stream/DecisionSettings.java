package stratum.platform.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import stratum.schemas.EventSerde;

/**
 * What a decision topology needs to know beside its rules.
 *
 * @param service short name of the service, as its topics begin
 * @param zone the bank's time zone
 */
public record DecisionSettings(String service, ZoneId zone, EventSerde serde, MeterRegistry meters) {}
