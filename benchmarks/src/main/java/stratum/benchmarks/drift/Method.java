package stratum.benchmarks.drift;

import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A way of seeing who is drifting away, day by day. */
interface Method {

    String name();

    /** Works through what was published on a day, each fact once, and closes it. */
    void day(LocalDate date, List<SpecificRecord> facts);

    /** All alarms so far: one each time that a customer who was not under alarm comes under it. */
    List<Alarm> alarms();
}
