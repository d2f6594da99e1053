package stratum.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of a standing and a profile is read again, and costs little. */
final class StandingBytesTest {

    private static final LocalDate TODAY = LocalDate.parse("2024-03-15");
    private static final Watch WATCH = new Watch(TODAY, TODAY.plusDays(60));
    private static final LocalDate BORN = LocalDate.parse("1931-02-28");
    private static final TierOverride OVERRIDE = new TierOverride("PRIVATE", "a promise", "anna", TODAY.plusDays(30));

    static Stream<Standing> standings() {
        return Stream.of(
                Standing.none(),
                Standing.holding("VIP"),
                Standing.holding("VIP").near(true),
                Standing.holding("VIP").watched(WATCH),
                Standing.holding("VIP").watched(WATCH).overridden(OVERRIDE),
                Standing.holding("贵宾").overridden(OVERRIDE));
    }

    static Stream<Profile> profiles() {
        return Stream.of(
                Profile.UNKNOWN,
                new Profile(0, 0, false, null, null, null, false, false, null),
                new Profile(1_700_000_000_000L, -7, false, BORN, "RETIRED", "B2", false, true, null),
                new Profile(1, 7, false, null, "RETIRED", null, false, true, OVERRIDE),
                new Profile(-1, 7, true, null, null, "B5", true, false, null));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void a_standing_is_read_as_it_was_written(Standing standing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandingBytes.write(standing, new DataOutputStream(bytes));

        assertThat(StandingBytes.readStanding(in(bytes))).isEqualTo(standing);
        assertThat(bytes.size()).isLessThan(60);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void a_profile_is_read_as_it_was_written(Profile profile) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandingBytes.write(profile, new DataOutputStream(bytes));

        assertThat(StandingBytes.readProfile(in(bytes))).isEqualTo(profile);
        assertThat(bytes.size()).isLessThan(60);
    }

    private static DataInputStream in(ByteArrayOutputStream bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
