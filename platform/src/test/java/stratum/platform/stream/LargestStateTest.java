package stratum.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stratum.events.Channel;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.platform.kafka.DeadLetter;
import stratum.schemas.Topics;

/** Of a customer of whom too much would be known, the rest goes to the dead letters, and everything else goes on. */
final class LargestStateTest {

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final LocalDate MONDAY = LocalDate.parse("2024-03-04");
    private static final int FIT = 256;

    private final DecisionDriver driver = new DecisionDriver(
            new DecisionTopology<>(
                    List.of(Input.ofBank(Topics.INTERACTIONS)),
                    List.of(Topics.DECISIONS),
                    new Hoard(),
                    DecisionDriver.settings("hoard", ZONE)),
            ZONE);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void what_fits_is_kept_and_the_rest_reported() {
        driver.publish(visits("anna", FIT - 1)).publish(visits("bert", 1)).endOf(MONDAY);
        assertThat(driver.deadLetters()).isEmpty();

        driver.publish(visits("anna", FIT + 3)).publish(visits("bert", 2)).endOf(MONDAY.plusDays(1));

        assertThat(driver.kept("anna")).hasSize(FIT * Hoard.PER_FACT);
        assertThat(driver.kept("bert")).hasSize(2 * Hoard.PER_FACT);
        assertThat(driver.deadLetters()).hasSize(3).allSatisfy(letter -> {
            assertThat(header(letter, DeadLetter.REASON)).isEqualTo("NOT_BOOKED");
            assertThat(header(letter, DeadLetter.DETAIL))
                    .isEqualTo("With it 1052672 bytes would be known of the customer, and at most 1048576 are kept");
        });
    }

    private static String header(TestRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** So many in all: those sent before are repeats. */
    private static List<InteractionRecorded> visits(String customer, int count) {
        Instant at = MONDAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
        return IntStream.range(0, count)
                .mapToObj(i -> new InteractionRecorded(
                        "v" + i, customer, at, InteractionKind.BRANCH_VISIT, Channel.BRANCH, null, null, null))
                .toList();
    }

    /** Throws nothing away. */
    private static final class Hoard implements Decider<byte[]> {

        static final int PER_FACT = 4_096;

        @Override
        public byte[] read(String customerId, byte @Nullable [] bytes) {
            return bytes == null ? new byte[0] : bytes;
        }

        @Override
        public byte[] write(byte[] state) {
            return state;
        }

        @Override
        public byte[] book(byte[] state, SpecificRecord fact, Moment moment, Announcements announcements) {
            return Arrays.copyOf(state, state.length + PER_FACT);
        }

        @Override
        public byte[] review(byte[] state, Moment moment, Announcements announcements) {
            return state;
        }

        @Override
        public @Nullable LocalDate due(byte[] state) {
            return null;
        }
    }
}
