package stratum.customer.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stratum.customer.domain.ContactPolicy.Rhythm;

/**
 * When a customer is to be spoken to next, as far as the bank knows (联络计划).
 *
 * @param tier held, and since when the manager has the customer or the tier is held, whichever is later
 * @param stage of life, and since when
 * @param intent what the customer said of buying (意向), A to C, and when
 * @param offeredOn the day since which an offer waits to be made in person
 * @param contactedOn the last mutual contact
 */
public record ContactPlan(
        Since tier,
        @Nullable Since stage,
        @Nullable Since intent,
        @Nullable LocalDate offeredOn,
        @Nullable LocalDate contactedOn) {

    /** The reason where an offer waits to be made; all others are codes of rhythms. */
    public static final String OFFER = "OFFER";

    /** Something that holds since a day. */
    public record Since(String what, LocalDate day) {}

    /** The next contact: on this day at the latest, because of the rhythm with this code, or an offer. */
    public record Due(LocalDate on, String reason) {}

    /**
     * The earliest contact that an offer or any rhythm asks for; of one day the offer, then the rhythm named first. None
     * where none fits.
     */
    public Optional<Due> next(ContactPolicy policy) {
        Stream<Due> offer = Optional.ofNullable(offeredOn).map(day -> new Due(day, OFFER)).stream();
        Stream<Due> rhythms = policy.rhythms().stream()
                .flatMap(rhythm -> began(rhythm).map(day -> due(rhythm, day, policy)).stream());
        return Stream.concat(offer, rhythms).min(Comparator.comparing(Due::on));
    }

    /** A contact from before the rhythm fitted brings the first one forward, though not to before that day. */
    private Due due(Rhythm rhythm, LocalDate began, ContactPolicy policy) {
        LocalDate first = policy.workingDaysAfter(began, rhythm.firstWithinWorkingDays());
        if (contactedOn == null) {
            return new Due(first, rhythm.code());
        }
        LocalDate again = contactedOn.plusDays(rhythm.everyDays());
        boolean since = !contactedOn.isBefore(began);
        boolean sooner = !again.isBefore(began) && again.isBefore(first);
        return new Due(since || sooner ? again : first, rhythm.code());
    }

    /** The day on which a rhythm began to fit; none where it does not. */
    private Optional<LocalDate> began(Rhythm rhythm) {
        boolean fits = fits(rhythm.tiers(), tier) && fits(rhythm.stages(), stage) && fits(rhythm.intents(), intent);
        return fits
                ? Stream.of(Optional.of(tier), named(rhythm.stages(), stage), named(rhythm.intents(), intent))
                        .flatMap(Optional::stream)
                        .map(Since::day)
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private static boolean fits(List<String> wanted, @Nullable Since held) {
        return wanted.isEmpty() || (held != null && wanted.contains(held.what()));
    }

    private static Optional<Since> named(List<String> wanted, @Nullable Since held) {
        return wanted.isEmpty() ? Optional.empty() : Optional.ofNullable(held);
    }
}
