package stratum.benchmarks.drift;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.bank.Truth;

/**
 * How good a method's alarms were.
 *
 * @param precision share of the alarms that were about somebody who was leaving
 * @param recall share of those who left, or are leaving, of whom there was an alarm meanwhile
 * @param recallBeforeGone share of those who drifted and then were gone of whom there was an alarm before they were gone
 * @param leadDays days from the first such alarm until the customer was gone, the median; below 0 where it came after
 * @param causes of alarms with causes, how many were right and how many wrong by the first cause
 */
public record Verdict(
        String method,
        int alarms,
        double precision,
        double recall,
        double recallBeforeGone,
        double leadDays,
        Map<String, Tally> causes,
        Map<String, Double> recallByFate) {

    /** Right and wrong alarms. */
    public record Tally(int right, int wrong) {}

    /** Who has begun to drift less than this before the end cannot have been noticed yet. */
    private static final int TIME_TO_NOTICE = 90;

    /** Alarms for this alone are about arriving. */
    private static final String NEVER_ACTIVATED = "NEVER_ACTIVATED";

    static Verdict on(Method method, List<Truth> truths, LocalDate lastDay) {
        Map<String, Truth> truthOf = truths.stream().collect(Collectors.toMap(Truth::customerId, Function.identity()));
        Map<String, LocalDate> firstRight = new TreeMap<>();
        Map<String, Tally> causes = new TreeMap<>();
        int right = 0;
        int all = 0;
        for (Alarm alarm : method.alarms()) {
            if (alarm.causes().equals(List.of(NEVER_ACTIVATED))) {
                continue; // is about arriving, not about leaving
            }
            all++;
            boolean isRight = isLeaving(truthOf.get(alarm.customerId()), alarm.on());
            right += isRight ? 1 : 0;
            causes.merge(
                    String.join("+", alarm.causes()),
                    new Tally(isRight ? 1 : 0, isRight ? 0 : 1),
                    (one, other) -> new Tally(one.right() + other.right(), one.wrong() + other.wrong()));
            if (isRight) {
                firstRight.putIfAbsent(alarm.customerId(), alarm.on());
            }
        }
        List<Truth> leavers = truths.stream()
                .filter(truth -> truth.driftsFrom() != null
                        && !truth.driftsFrom().plusDays(TIME_TO_NOTICE).isAfter(lastDay))
                .toList();
        return new Verdict(
                method.name(),
                all,
                share(right, all),
                share(
                        leavers.stream()
                                .filter(truth -> firstRight.containsKey(truth.customerId()))
                                .count(),
                        leavers.size()),
                beforeGone(leavers, firstRight),
                lead(leavers, firstRight),
                causes,
                byFate(leavers, firstRight.keySet()));
    }

    private static boolean isLeaving(@Nullable Truth truth, LocalDate on) {
        return truth != null
                && truth.driftsFrom() != null
                && !on.isBefore(truth.driftsFrom())
                && (truth.backOn() == null || on.isBefore(truth.backOn()));
    }

    private static double beforeGone(List<Truth> leavers, Map<String, LocalDate> firstRight) {
        List<Truth> drifted = leavers.stream()
                .filter(truth -> truth.goneOn() != null && !truth.goneOn().equals(truth.driftsFrom()))
                .toList();
        long seen = drifted.stream()
                .filter(truth -> firstRight.containsKey(truth.customerId())
                        && firstRight.get(truth.customerId()).isBefore(truth.goneOn()))
                .count();
        return share(seen, drifted.size());
    }

    private static double lead(List<Truth> leavers, Map<String, LocalDate> firstRight) {
        List<Long> leads = new ArrayList<>();
        for (Truth truth : leavers) {
            LocalDate on = firstRight.get(truth.customerId());
            if (on != null && truth.goneOn() != null) {
                leads.add(truth.goneOn().toEpochDay() - on.toEpochDay());
            }
        }
        leads.sort(null);
        int size = leads.size();
        return size == 0 ? 0 : (leads.get((size - 1) / 2) + leads.get(size / 2)) / 2.0;
    }

    private static Map<String, Double> byFate(List<Truth> leavers, Set<String> seen) {
        return leavers.stream()
                .collect(Collectors.groupingBy(
                        truth -> truth.fate().name(),
                        TreeMap::new,
                        Collectors.averagingDouble(truth -> seen.contains(truth.customerId()) ? 1 : 0)));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
