package stratum.console.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that was decided about a customer, with the reason. */
public sealed interface News {

    String customer();

    /** Event time. */
    Instant at();

    /** What kind of thing, as the tallies count it. */
    String kind();

    /** Something about a tier changed. */
    record Signal(
            String customer,
            Instant at,
            String kind,
            @Nullable String fromTier,
            String tier,
            int score,
            @Nullable LocalDate demotionDate,
            List<Words> reasons)
            implements News {}

    /** From stage to stage. */
    record Transition(
            String customer,
            Instant at,
            @Nullable String from,
            String to,
            List<String> causes,
            int risk,
            @Nullable Double pAlive)
            implements News {
        @Override
        public String kind() {
            return to;
        }
    }

    /** An offer to deliver. */
    record Offer(
            String customer,
            Instant at,
            String campaign,
            String code,
            String occasion,
            String channel,
            long amountMinor,
            String currency,
            Words message,
            List<Words> reasons)
            implements News {
        @Override
        public String kind() {
            return campaign;
        }
    }

    /** An occasion that led to no offer. */
    record Withheld(String customer, Instant at, String occasion, List<Refusal> refusals) implements News {
        @Override
        public String kind() {
            return refusals.isEmpty() ? "NO_CAMPAIGN" : refusals.get(0).reason();
        }
    }

    /** A campaign that was considered and not chosen. */
    record Refusal(String campaign, String reason, @Nullable String detail) {}
}
