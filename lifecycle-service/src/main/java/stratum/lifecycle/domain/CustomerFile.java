package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The customer file as it was last written: when, and the date of birth where it is known. */
record CustomerFile(Instant at, @Nullable LocalDate birth) {

    /** Of two written at the same moment the one with the earlier birth: any rule will do that knows no order of arrival. */
    private static final Comparator<CustomerFile> LATER = Comparator.comparing(CustomerFile::at)
            .thenComparing(file -> requireNonNullElse(file.birth, LocalDate.MAX), Comparator.reverseOrder());

    boolean isLaterThan(CustomerFile other) {
        return LATER.compare(this, other) > 0;
    }

    void write(ByteWriter out) {
        out.instant(at);
        out.date(birth);
    }

    static CustomerFile read(ByteReader in) {
        return new CustomerFile(requireNonNull(in.instant()), in.date());
    }
}
