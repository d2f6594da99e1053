package stratum.customer.usecase;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.platform.web.InvalidInput.Mistake;

/** What came of reading a fact from JSON. */
public sealed interface Reading {

    /** A fact that may be booked. */
    record Sound(SpecificRecord fact) implements Reading {}

    /** No such fact, with every mistake in it. */
    record Broken(@Nullable String eventId, List<Mistake> errors) implements Reading {}
}
