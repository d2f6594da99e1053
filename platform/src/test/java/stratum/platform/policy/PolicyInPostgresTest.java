package stratum.platform.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stratum.platform.policy.TestPolicies.document;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import stratum.events.PolicyPublished;
import stratum.platform.policy.PolicyLife.State;
import stratum.platform.policy.PolicyLife.Step;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.NotFound;

/** The life of a policy in a real database, and how it is told when it rules. */
final class PolicyInPostgresTest {

    private final TestPolicies policies = new TestPolicies();
    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void every_step_is_noted_with_who_took_it_and_makes_a_new_edition() {
        publish("a", 1);

        PolicyVersion published = find("a", 1);
        assertThat(published.life()).isEqualTo(new PolicyLife(State.PUBLISHED, "anna", "ben"));
        assertThat(published.edition()).isEqualTo(4);
        assertThat(published.document()).isEqualTo(document("a", 1, "first"));
        List<PolicyTable.Note> notes =
                requireNonNull(policies.table().notes("a", 1).collectList().block());
        assertThat(notes)
                .extracting(note -> note.edition() + " " + note.step() + " " + note.actor())
                .containsExactly("1 DRAFT anna", "2 SUBMIT anna", "3 APPROVE ben", "4 PUBLISH carl");
        assertThat(notes).extracting(PolicyTable.Note::at).isSorted();
    }

    @Test
    void who_drafted_a_version_does_not_approve_it_whatever_was_done_between() {
        draft("a", 1);
        take("a", 1, 1, Step.SUBMIT, "ben");

        refused(
                () -> take("a", 1, 2, Step.APPROVE, "anna"),
                "anna drafted this version; somebody else has to approve it.");
        refused(
                () -> take("a", 1, 2, Step.PUBLISH, "ben"),
                "A version in state IN_REVIEW cannot take the step PUBLISH.");

        assertThat(find("a", 1).life().state()).isEqualTo(State.IN_REVIEW);
        assertThat(policies.table().notes("a", 1).count().block()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | APPROVE | A version in state DRAFT cannot take the step APPROVE.
            0 | PUBLISH | A version in state DRAFT cannot take the step PUBLISH.
            1 | SUBMIT  | A version in state IN_REVIEW cannot take the step SUBMIT.
            2 | APPROVE | A version in state APPROVED cannot take the step APPROVE.
            3 | PUBLISH | A version in state PUBLISHED cannot take the step PUBLISH.
            3 | RETIRE  | A version in state PUBLISHED cannot take the step RETIRE; a later version takes its place.
            """)
    void no_step_is_left_out_or_taken_twice(int taken, Step step, String sentence) {
        draft("a", 1);
        List<Step> way = List.of(Step.SUBMIT, Step.APPROVE, Step.PUBLISH);
        for (int i = 0; i < taken; i++) {
            take("a", 1, i + 1, way.get(i), "ben");
        }

        refused(() -> take("a", 1, taken + 1, step, "ben"), sentence);
        assertThat(find("a", 1).edition()).isEqualTo(taken + 1);
    }

    @Test
    void a_draft_that_is_given_up_takes_no_further_step() {
        draft("a", 1);
        take("a", 1, 1, Step.RETIRE, "ben");

        refused(() -> take("a", 1, 2, Step.SUBMIT, "anna"), "A version in state RETIRED cannot take the step SUBMIT.");
        refused(() -> draft("a", 1), "There is a version 1 of a already.");
    }

    @Test
    void only_its_author_edits_a_version_and_only_while_it_is_a_draft() {
        draft("a", 1);
        String better = document("a", 1, "better");

        refused(() -> edit("a", 1, 1, better, "ben"), "anna drafted this version, and edits it.");
        edit("a", 1, 1, better, "anna");
        assertThat(find("a", 1).document()).isEqualTo(better);
        take("a", 1, 2, Step.SUBMIT, "anna");
        refused(
                () -> edit("a", 1, 3, document("a", 1, "best"), "anna"),
                "A version in state IN_REVIEW is not edited; draft another.");

        assertThat(find("a", 1).document()).isEqualTo(better);
    }

    @Test
    void a_document_stays_the_version_that_it_is() {
        draft("a", 1);

        assertThatThrownBy(() -> edit("a", 1, 1, document("a", 2, "other"), "anna"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.mistakes())
                                .containsExactly(new InvalidInput.Mistake(
                                        "/id", "The document is version 2 of a, and not 1 of a.")));
        assertThatThrownBy(() -> edit("a", 1, 1, "a hut", "anna"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("It is no house.");
    }

    @Test
    void who_has_not_seen_the_last_edition_changes_nothing() {
        draft("a", 1);
        edit("a", 1, 1, document("a", 1, "better"), "anna");

        assertThatThrownBy(() -> take("a", 1, 1, Step.SUBMIT, "anna"))
                .isInstanceOfSatisfying(
                        PolicyRefused.class,
                        refused -> assertThat(refused.isOvertaken()).isTrue());
        assertThat(find("a", 1).life().state()).isEqualTo(State.DRAFT);
    }

    @Test
    void of_many_who_change_the_same_edition_at_once_one_does() {
        draft("a", 1);
        AtomicInteger overtaken = new AtomicInteger();

        List<PolicyVersion> done = requireNonNull(Flux.range(0, 8)
                .flatMap(i -> policies.editing()
                        .edit("a", 1, 1, document("a", 1, "by " + i), "anna")
                        .subscribeOn(Schedulers.parallel())
                        .onErrorResume(PolicyRefused.class, refused -> {
                            overtaken.addAndGet(refused.isOvertaken() ? 1 : 0);
                            return Mono.empty();
                        }))
                .collectList()
                .block());

        assertThat(done)
                .singleElement()
                .satisfies(winner -> assertThat(find("a", 1)).isEqualTo(winner));
        assertThat(overtaken).hasValue(7);
        assertThat(policies.table().notes("a", 1).count().block()).isEqualTo(2);
    }

    @Test
    void what_is_not_there_is_not_found() {
        draft("a", 1);

        assertThatThrownBy(() -> take("a", 2, 1, Step.SUBMIT, "anna"))
                .isInstanceOfSatisfying(
                        NotFound.class,
                        missing -> assertThat(missing.getBody().getDetail()).isEqualTo("There is no version 2 of a."));
    }

    @Test
    void versions_are_listed_by_id_and_newest_first_from_where_the_page_before_ended() {
        for (int version : List.of(2, 10, 1, 9)) {
            draft("b", version);
        }
        draft("a", 1);
        draft("B", 1);

        assertThat(listed("", 0)).containsExactly("B:1", "a:1", "b:10", "b:9", "b:2", "b:1");
        assertThat(listed("b", 9)).containsExactly("b:2", "b:1");
    }

    @Test
    void what_is_shipped_is_kept_once_and_what_is_proposed_waits_for_two_people_of_the_bank() {
        KeepingShippedPolicies keeping = new KeepingShippedPolicies(policies.table(), new TestPolicies.Houses());

        keeping.keep().block();
        keeping.keep().block();

        assertThat(find("shipped", 1).life().state()).isEqualTo(State.PUBLISHED);
        assertThat(find("proposed", 1).life().state()).isEqualTo(State.IN_REVIEW);
        announceAll();
        assertThat(log).containsExactly("shipped:1");
        assertThat(policies.table().notes("shipped", 1).count().block()).isEqualTo(1);
    }

    @Test
    void versions_are_announced_in_the_order_of_their_publication_and_not_before() {
        draft("c", 1);
        publish("b", 2);
        publish("a", 7);
        publish("b", 1);

        announceAll();
        publish("a", 3);
        announceAll();

        assertThat(log).containsExactly("b:2", "a:7", "b:1", "a:3");
    }

    @Test
    void an_announcement_says_who_made_and_who_approved_it() {
        publish("a", 1);
        List<PolicyPublished> told = new ArrayList<>();

        announceNext(event -> Mono.fromRunnable(() -> told.add(event)));

        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.getPolicyId()).isEqualTo("a");
            assertThat(event.getVersion()).isEqualTo(1);
            assertThat(event.getAuthor()).isEqualTo("anna");
            assertThat(event.getApprover()).isEqualTo("ben");
            assertThat(event.getDocument()).isEqualTo(document("a", 1, "first"));
            assertThat(event.getEffectiveFrom()).isEqualTo("2026-01-01T00:00:00Z");
        });
    }

    @Test
    void what_the_log_does_not_take_waits_at_the_head_and_nothing_overtakes_it() {
        publish("a", 1);
        publish("a", 2);

        assertThatThrownBy(() -> announceNext(event -> Mono.error(new IllegalStateException("no broker"))))
                .hasMessage("no broker");
        assertThat(log).isEmpty();
        announceAll();

        assertThat(log).containsExactly("a:1", "a:2");
    }

    @Test
    void what_the_log_took_just_before_the_end_is_announced_again_and_says_the_same() {
        publish("a", 1);
        publish("a", 2);
        List<PolicyPublished> told = new ArrayList<>();

        assertThatThrownBy(() -> announceNext(event -> {
                    told.add(event);
                    return Mono.error(new IllegalStateException("killed"));
                }))
                .hasMessage("killed");
        announceNext(event -> Mono.fromRunnable(() -> told.add(event)));

        assertThat(told).hasSize(2);
        assertThat(told.get(1)).isEqualTo(told.get(0));
        announceAll();
        assertThat(log).containsExactly("a:2");
    }

    @Test
    void several_instances_announce_each_version_once_and_in_order() {
        List<String> published = new ArrayList<>();
        for (int version = 1; version <= 12; version++) {
            String id = version % 3 == 0 ? "a" : "b";
            publish(id, version);
            published.add(id + ":" + version);
        }

        Flux.range(0, 4)
                .flatMap(instance -> Mono.fromRunnable(() -> {
                            while (log.size() < published.size()) {
                                announceNext(this::write);
                            }
                        })
                        .subscribeOn(Schedulers.boundedElastic()))
                .blockLast();

        assertThat(log).isEqualTo(published);
    }

    private Mono<Void> write(PolicyPublished event) {
        return Mono.fromRunnable(() -> log.add(event.getPolicyId() + ":" + event.getVersion()));
    }

    private void announceAll() {
        boolean more = true;
        while (more) {
            more = announceNext(this::write);
        }
    }

    private boolean announceNext(Function<PolicyPublished, Mono<Void>> taking) {
        return Boolean.TRUE.equals(AnnouncingPolicies.announceNext(policies.table(), policies.transaction(), taking)
                .block());
    }

    private void draft(String id, int version) {
        policies.editing().draft(document(id, version, "first"), "anna").block();
    }

    private void edit(String id, int version, long edition, String document, String actor) {
        policies.editing().edit(id, version, edition, document, actor).block();
    }

    private void take(String id, int version, long edition, Step step, String actor) {
        policies.editing().take(id, version, edition, step, actor).block();
    }

    private void publish(String id, int version) {
        draft(id, version);
        take(id, version, 1, Step.SUBMIT, "anna");
        take(id, version, 2, Step.APPROVE, "ben");
        take(id, version, 3, Step.PUBLISH, "carl");
    }

    private PolicyVersion find(String id, int version) {
        return requireNonNull(policies.table().find(id, version).block());
    }

    private List<String> listed(String id, int version) {
        return requireNonNull(policies.table()
                .after(id, version, 100)
                .map(policy -> policy.id() + ":" + policy.version())
                .collectList()
                .block());
    }

    private static void refused(ThrowingCallable step, String sentence) {
        assertThatThrownBy(step).isInstanceOf(PolicyRefused.class).hasMessage(sentence);
    }
}
