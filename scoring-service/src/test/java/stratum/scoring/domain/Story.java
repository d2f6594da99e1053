package stratum.scoring.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import stratum.schemas.FactRules;
import stratum.scoring.reference.RandomHistories;
import stratum.scoring.reference.ReferenceDay;
import stratum.scoring.stream.ReadFacts;

/**
 * One customer's facts in the order of their coming.
 *
 * @param chapters each fact with the dates it meets
 * @param last the last business date
 */
record Story(List<Chapter> chapters, LocalDate last) {

    /**
     * A fact as it comes.
     *
     * @param event the event
     * @param fact what is read from it
     * @param lastTick the date of the last tick; before all dates where there was none
     * @param asOf the date as of which it is booked
     */
    record Chapter(SpecificRecord event, Fact fact, LocalDate lastTick, LocalDate asOf) {}

    /** The stories of the customers of one random history. */
    static List<Story> of(RandomHistories histories, ZoneId zone, long seed) {
        ReadFacts reader = new ReadFacts(zone);
        Map<String, List<Chapter>> chapters = new TreeMap<>();
        LocalDate lastTick = LocalDate.MIN;
        for (ReferenceDay day : histories.history(seed)) {
            for (SpecificRecord event : day.facts()) {
                LocalDate before = lastTick;
                reader.read(event)
                        .ifPresent(fact -> chapters.computeIfAbsent(
                                        String.valueOf(FactRules.customerOf(event)), id -> new ArrayList<>())
                                .add(chapter(event, fact, before)));
            }
            lastTick = day.date();
        }
        LocalDate last = lastTick;
        return chapters.values().stream().map(facts -> new Story(facts, last)).toList();
    }

    private static Chapter chapter(SpecificRecord event, Fact fact, LocalDate lastTick) {
        LocalDate date = LocalDate.ofEpochDay(fact.when().day());
        return new Chapter(event, fact, lastTick, date.isAfter(lastTick) ? date : lastTick);
    }
}
