package stratum.benchmarks.drift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.Cause;
import stratum.events.Stage;
import stratum.events.StageChanged;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.lifecycle.stream.LifecycleStream;
import stratum.platform.stream.Announcements;
import stratum.platform.stream.Decider;
import stratum.platform.stream.Moment;
import stratum.schemas.FactRules;

/** What lifecycle itself says, driven as the stream drives it: facts in order of time, then whoever is due. */
final class OfLifecycle<S> implements Method {

    private static final byte[] NOTHING = {};

    private final Decider<S> decider;
    private final Map<String, byte[]> states = new HashMap<>();
    private final Map<LocalDate, List<String>> due = new HashMap<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private long nanos;
    private long facts;

    private OfLifecycle(Decider<S> decider) {
        this.decider = decider;
    }

    static OfLifecycle<?> by(LifecyclePolicy policy, String currency) {
        return new OfLifecycle<>(LifecycleStream.decider(policy, ZoneOffset.UTC, currency));
    }

    @Override
    public String name() {
        return "lifecycle";
    }

    @Override
    public void day(LocalDate date, List<SpecificRecord> published) {
        List<SpecificRecord> inOrder = new ArrayList<>(published);
        inOrder.sort(Comparator.comparing(fact -> timeOf(fact)));
        long begun = System.nanoTime();
        inOrder.forEach(fact -> book(fact, date));
        for (String customer : due.getOrDefault(date, List.of())) {
            review(customer, date);
        }
        nanos += System.nanoTime() - begun;
        facts += published.size();
        due.remove(date);
    }

    private static Instant timeOf(SpecificRecord fact) {
        Instant time = FactRules.occurredAt(fact);
        return time == null ? Instant.EPOCH : time;
    }

    private void book(SpecificRecord fact, LocalDate date) {
        LocalDate lastTick = date.minusDays(1);
        LocalDate happened = LocalDate.ofInstant(timeOf(fact), ZoneOffset.UTC);
        Instant at = happened.isAfter(lastTick) ? timeOf(fact) : endOf(lastTick);
        Moment moment = new Moment(happened.isAfter(lastTick) ? happened : lastTick, at, "fact");
        String customer = String.valueOf(FactRules.customerOf(fact));
        keep(customer, decider.book(stateOf(customer), fact, moment, hearing(customer)));
    }

    private void review(String customer, LocalDate date) {
        S state = stateOf(customer);
        LocalDate when = decider.due(state);
        if (when != null && !when.isAfter(date)) {
            keep(customer, decider.review(state, new Moment(date, endOf(date), "due"), hearing(customer)));
        }
    }

    private S stateOf(String customer) {
        byte[] kept = states.getOrDefault(customer, NOTHING);
        return decider.read(customer, kept.length == 0 ? null : kept);
    }

    private void keep(String customer, S state) {
        states.put(customer, decider.write(state));
        LocalDate when = decider.due(state);
        if (when != null) {
            due.computeIfAbsent(when, day -> new ArrayList<>()).add(customer);
        }
    }

    private Announcements hearing(String customer) {
        return (topic, event) -> heard(customer, event);
    }

    private void heard(String customer, @Nullable SpecificRecord event) {
        if (event instanceof StageChanged change && change.getTo() == Stage.AT_RISK) {
            alarms.add(new Alarm(
                    customer,
                    change.getAsOf(),
                    change.getCauses().stream().map(Cause::name).toList()));
        }
    }

    private static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
    }

    @Override
    public List<Alarm> alarms() {
        return List.copyOf(alarms);
    }

    /** Facts decided on in a second, reading and writing the state each time, without a log. */
    long factsPerSecond() {
        return Math.round(facts / (nanos / 1e9));
    }

    /** Bytes kept of a customer, on average. */
    long bytesPerCustomer() {
        return Math.round(states.values().stream()
                .mapToInt(bytes -> bytes.length)
                .average()
                .orElse(0));
    }
}
