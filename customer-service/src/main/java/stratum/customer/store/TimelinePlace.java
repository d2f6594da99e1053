package stratum.customer.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A place in a customer's timeline, and the cursor that stands for it. */
public record TimelinePlace(Instant at, String kind, String id) {

    /** The cursor of an entry: whoever hands it back reads on from there. */
    public static String cursor(TimelineEntry entry) {
        String place = entry.at() + "|" + entry.kind() + "|" + entry.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** The place that a cursor stands for; none where it is no cursor. */
    public static Optional<TimelinePlace> parse(String cursor) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = place.split("\\|", 3);
            return parts.length == 3
                    ? Optional.of(new TimelinePlace(Instant.parse(parts[0]), parts[1], parts[2]))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
