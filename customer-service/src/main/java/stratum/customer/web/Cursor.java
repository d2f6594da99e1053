package stratum.customer.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.function.Function;
import stratum.customer.store.Portfolios.DayPlace;
import stratum.customer.store.Portfolios.MomentPlace;
import stratum.platform.web.InvalidInput;

/** Places in lists, as texts that are handed back for the next page. */
final class Cursor {

    private static final String SEPARATOR = "|";
    private static final int PARTS = 3;

    private Cursor() {}

    static String of(Object... parts) {
        StringBuilder place = new StringBuilder();
        for (Object part : parts) {
            place.append(place.length() == 0 ? "" : SEPARATOR).append(part);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.toString().getBytes(UTF_8));
    }

    static DayPlace day(String cursor, DayPlace first) {
        return cursor.isEmpty() ? first : read(cursor, parts -> new DayPlace(LocalDate.parse(parts[0]), parts[1]));
    }

    static MomentPlace moment(String cursor, MomentPlace first) {
        return cursor.isEmpty()
                ? first
                : read(
                        cursor,
                        parts -> new MomentPlace(
                                Instant.parse(parts[0]), parts[1], parts.length < PARTS ? "" : parts[2]));
    }

    private static <T> T read(String cursor, Function<String[], T> reader) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            return reader.apply(place.split("\\|", PARTS));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidInput("after", "It is the 'next' of the page before.");
        }
    }
}
