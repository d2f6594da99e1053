package stratum.scoring.publish;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import stratum.events.PolicyPublished;
import stratum.scoring.domain.PolicyLife;
import stratum.scoring.domain.PolicyVersion;
import stratum.scoring.store.TestDatabase;

/** A published policy reaches the log, once it is there it is not sent again, and what fails is tried again. */
final class AnnouncingPoliciesTest {

    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");

    private final TestDatabase database = TestDatabase.empty();
    private final List<PolicyPublished> log = new ArrayList<>();

    @Test
    void only_what_is_published_is_announced_and_only_once() {
        keep(1, PolicyLife.State.PUBLISHED);
        keep(2, PolicyLife.State.APPROVED);

        assertThat(announce()).isTrue();
        assertThat(announce()).isFalse();

        assertThat(log).singleElement().satisfies(event -> {
            assertThat(event.getVersion()).isEqualTo(1);
            assertThat(event.getAuthor()).isEqualTo("anna");
            assertThat(event.getApprover()).isEqualTo("ben");
            assertThat(event.getEffectiveFrom()).isEqualTo(NEW_YEAR);
            assertThat(event.getDocument()).isEqualTo("{}");
        });
    }

    @Test
    void what_the_log_did_not_take_is_announced_again() {
        keep(1, PolicyLife.State.PUBLISHED);

        assertThatThrownBy(() -> AnnouncingPolicies.announceNext(
                                database.policies(),
                                database.transaction(),
                                event -> Mono.error(new IllegalStateException("no broker")))
                        .block())
                .hasMessage("no broker");

        assertThat(announce()).isTrue();
        assertThat(log).hasSize(1);
    }

    private void keep(int version, PolicyLife.State state) {
        PolicyLife life = new PolicyLife(state, "anna", "ben");
        database.policies()
                .add(new PolicyVersion("p", version, life, NEW_YEAR, 1, "{}"), "DRAFT", "anna")
                .block();
    }

    private boolean announce() {
        return requireNonNull(AnnouncingPolicies.announceNext(
                        database.policies(), database.transaction(), event -> Mono.fromRunnable(() -> log.add(event)))
                .block());
    }
}
