package stratum.platform.stream;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tallies of one partition. Used by the task's thread alone. */
final class TallyBook {

    private static final byte LAYOUT = 1;

    private final Map<String, Tally> tallies = new HashMap<>();
    private final Set<String> unsaved = new HashSet<>();
    private LocalDate today = LocalDate.MIN;

    private record Tally(long count, long keepUntilDay) {}

    /** Takes a tally, or nothing in the place of one that is forgotten. */
    interface Writer {
        void write(String name, byte @Nullable [] tally);
    }

    long of(String name) {
        Tally tally = tallies.get(name);
        return tally == null ? 0 : tally.count();
    }

    void add(String name, LocalDate keepUntil) {
        tallies.merge(
                name,
                new Tally(1, keepUntil.toEpochDay()),
                (old, one) -> new Tally(old.count() + 1, Math.max(old.keepUntilDay(), one.keepUntilDay())));
        unsaved.add(name);
    }

    /** Forgets what was to be kept until an earlier date. */
    void forgetBefore(LocalDate date) {
        if (date.isAfter(today)) {
            today = date;
            long day = date.toEpochDay();
            List<String> old = tallies.entrySet().stream()
                    .filter(tally -> tally.getValue().keepUntilDay() < day)
                    .map(Map.Entry::getKey)
                    .toList();
            old.forEach(tallies::remove);
            unsaved.addAll(old);
        }
    }

    void save(Writer writer) {
        unsaved.forEach(name -> writer.write(name, write(tallies.get(name))));
        unsaved.clear();
    }

    private static byte @Nullable [] write(@Nullable Tally tally) {
        return tally == null
                ? null
                : ByteBuffer.allocate(1 + 2 * Long.BYTES)
                        .put(LAYOUT)
                        .putLong(tally.count())
                        .putLong(tally.keepUntilDay())
                        .array();
    }

    void restore(String name, byte @Nullable [] saved) {
        if (saved == null) {
            tallies.remove(name);
        } else {
            ByteBuffer in = ByteBuffer.wrap(saved);
            Layouts.require("Tally", LAYOUT, in.get());
            tallies.put(name, new Tally(in.getLong(), in.getLong()));
        }
    }

    void clear() {
        tallies.clear();
        unsaved.clear();
        today = LocalDate.MIN;
    }
}
