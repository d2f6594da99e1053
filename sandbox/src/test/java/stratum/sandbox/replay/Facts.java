package stratum.sandbox.replay;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.Direction;
import stratum.events.TransactionPosted;
import stratum.sandbox.feed.History;

/** Questions to the facts of a history. */
final class Facts {

    private Facts() {}

    static List<SpecificRecord> of(History history) {
        List<SpecificRecord> facts = new ArrayList<>();
        history.days().forEachRemaining(day -> facts.addAll(day.facts()));
        return facts;
    }

    static <T> List<T> only(Class<T> kind, List<SpecificRecord> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static long sum(Direction direction, List<SpecificRecord> facts) {
        return only(TransactionPosted.class, facts).stream()
                .filter(fact -> fact.getDirection() == direction)
                .mapToLong(fact -> fact.getAmount().getAmountMinor())
                .sum();
    }
}
