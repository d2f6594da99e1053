package stratum.scoring.reference;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import stratum.events.SignalKind;

/** A signal that must have been sent: {@code from} is the tier held before it (none on ASSIGNED), {@code to} after it. */
public record ReferenceSignal(
        String customerId,
        SignalKind kind,
        LocalDate asOf,
        Instant occurredAt,
        @Nullable String from,
        String to) {}
