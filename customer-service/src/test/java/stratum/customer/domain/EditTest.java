package stratum.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EditTest {

    private static final Instant NOW = Instant.parse("2024-05-06T12:00:00.123456Z");
    private static final Instant NOW_IN_MILLIS = Instant.parse("2024-05-06T12:00:00.123Z");
    private static final Instant EARLIER = NOW_IN_MILLIS.minusSeconds(60);
    private static final FileState HELD = new FileState(3, "e-3", EARLIER);

    @Test
    void the_first_edit_makes_the_file() {
        assertThat(edit(FileState.NONE, Expectation.anything(), null)).isEqualTo(new Edit.Made(1, NOW_IN_MILLIS));
    }

    @Test
    void each_edit_makes_the_next_version() {
        assertThat(edit(HELD, Expectation.version(3), null)).isEqualTo(new Edit.Made(4, NOW_IN_MILLIS));
    }

    @Test
    void an_edit_that_states_its_moment_is_of_that_moment() {
        Instant stated = EARLIER.plusSeconds(1);

        assertThat(edit(HELD, Expectation.anything(), stated)).isEqualTo(new Edit.Made(4, stated));
    }

    @Test
    void an_edit_is_after_the_last_one_even_where_the_clock_has_gone_back() {
        FileState ahead = new FileState(3, "e-3", NOW_IN_MILLIS.plusSeconds(5));

        assertThat(edit(ahead, Expectation.anything(), null))
                .isEqualTo(new Edit.Made(4, NOW_IN_MILLIS.plusSeconds(5).plusMillis(1)));
    }

    @Test
    void an_edit_more_than_a_day_ahead_of_the_clock_is_refused() {
        Instant tomorrow = NOW_IN_MILLIS.plusSeconds(86_400);

        assertThat(edit(HELD, Expectation.anything(), tomorrow)).isEqualTo(new Edit.Made(4, tomorrow));
        assertThat(edit(HELD, Expectation.anything(), tomorrow.plusMillis(1)))
                .isEqualTo(new Edit.Absurd(tomorrow.plusMillis(1), NOW));
    }

    @Test
    void a_file_that_is_held_as_of_an_absurd_moment_can_be_edited_again() {
        FileState absurd = new FileState(3, "e-3", Instant.parse("2150-01-01T00:00:00Z"));

        assertThat(edit(absurd, Expectation.anything(), null)).isEqualTo(new Edit.Made(4, NOW_IN_MILLIS));
        assertThat(edit(absurd, Expectation.anything(), EARLIER)).isEqualTo(new Edit.Made(4, EARLIER));
    }

    @Test
    void an_edit_of_a_version_that_has_been_overtaken_is_refused() {
        assertThat(edit(HELD, Expectation.version(2), null)).isEqualTo(new Edit.Overtaken(3));
        assertThat(edit(HELD, Expectation.absent(), null)).isEqualTo(new Edit.Overtaken(3));
        assertThat(edit(FileState.NONE, Expectation.present(), null)).isEqualTo(new Edit.Overtaken(0));
    }

    @Test
    void an_edit_of_a_moment_that_the_file_is_past_is_refused() {
        assertThat(edit(HELD, Expectation.anything(), EARLIER)).isEqualTo(new Edit.Outdated(EARLIER));
    }

    @Test
    void an_edit_made_twice_is_made_once_whatever_it_expects() {
        Edit.Proposal again = new Edit.Proposal("e-3", Expectation.version(2), EARLIER);

        assertThat(Edit.decide(HELD, again, NOW)).isEqualTo(new Edit.Repeated(3));
    }

    private static Edit edit(FileState held, Expectation expectation, @Nullable Instant stated) {
        return Edit.decide(held, new Edit.Proposal("e-new", expectation, stated), NOW);
    }
}
