package stratum.sandbox.replay;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The business days that are played, both ends included. */
record Period(LocalDate first, LocalDate last) {

    static final ZoneId ZONE = ZoneOffset.UTC;

    static Period of(String name, @Nullable LocalDate first, @Nullable LocalDate last, @Nullable LocalDate until) {
        if (first == null || last == null) {
            throw new IllegalArgumentException("%s: not one row could be read.".formatted(name));
        }
        LocalDate end = until == null ? last : until;
        if (end.isBefore(first)) {
            throw new IllegalArgumentException("%s begins on %s, after %s.".formatted(name, first, end));
        }
        return new Period(first, end);
    }
}
