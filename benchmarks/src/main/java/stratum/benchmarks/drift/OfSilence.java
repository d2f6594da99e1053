package stratum.benchmarks.drift;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.Initiator;
import stratum.events.TransactionPosted;

/** A rule that knows only how long the customer has made no transaction. */
final class OfSilence implements Method {

    /** With fewer pauses a median says little. */
    private static final int FEWEST_PAUSES = 3;

    private final String name;
    private final Function<TreeSet<LocalDate>, OptionalDouble> longest;
    private final Map<String, TreeSet<LocalDate>> active = new HashMap<>();
    private final Map<String, Boolean> alarmed = new HashMap<>();
    private final List<Alarm> alarms = new ArrayList<>();

    private OfSilence(String name, Function<TreeSet<LocalDate>, OptionalDouble> longest) {
        this.name = name;
        this.longest = longest;
    }

    /** The same for everybody. */
    static OfSilence of(int days) {
        return new OfSilence("%d days of silence".formatted(days), active -> OptionalDouble.of(days));
    }

    /** So many times the customer's median pause between active days. */
    static OfSilence ofMedianPause(int times) {
        return new OfSilence("%d median pauses".formatted(times), active -> medianPause(active, times));
    }

    private static OptionalDouble medianPause(TreeSet<LocalDate> active, int times) {
        List<Long> pauses = new ArrayList<>();
        LocalDate before = null;
        for (LocalDate day : active) {
            if (before != null) {
                pauses.add(day.toEpochDay() - before.toEpochDay());
            }
            before = day;
        }
        pauses.sort(null);
        int size = pauses.size();
        return size < FEWEST_PAUSES
                ? OptionalDouble.empty()
                : OptionalDouble.of(times * (pauses.get((size - 1) / 2) + pauses.get(size / 2)) / 2.0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void day(LocalDate date, List<SpecificRecord> facts) {
        for (SpecificRecord fact : facts) {
            if (fact instanceof TransactionPosted posted
                    && posted.getInitiator() == Initiator.CUSTOMER
                    && posted.getReverses() == null) {
                active.computeIfAbsent(posted.getCustomerId(), id -> new TreeSet<>())
                        .add(LocalDate.ofInstant(posted.getOccurredAt(), ZoneOffset.UTC));
            }
        }
        active.forEach((customer, days) -> look(customer, days, date));
    }

    private void look(String customer, TreeSet<LocalDate> days, LocalDate date) {
        long silence = date.toEpochDay() - days.last().toEpochDay();
        boolean wasAlarmed = alarmed.getOrDefault(customer, false);
        if (silence == 0) {
            alarmed.put(customer, false);
        } else if (!wasAlarmed && silence >= 7) {
            OptionalDouble limit = longest.apply(days);
            if (limit.isPresent() && silence > limit.getAsDouble()) {
                alarmed.put(customer, true);
                alarms.add(new Alarm(customer, date, List.of("SILENCE")));
            }
        }
    }

    @Override
    public List<Alarm> alarms() {
        return List.copyOf(alarms);
    }
}
