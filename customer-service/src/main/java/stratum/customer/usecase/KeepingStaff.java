package stratum.customer.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import stratum.customer.domain.CarePolicy;
import stratum.customer.domain.Expectation;
import stratum.customer.store.BankClock;
import stratum.customer.store.Staff;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.InvalidInput.Mistake;
import stratum.platform.web.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** Keeps branches and relationship managers. Every mistake has its sentence, and every change who made it. */
@Component
public final class KeepingStaff {

    /** More customers than this nobody knows by name; and their balances still fit a number. */
    private static final int LARGEST_CAPACITY = 5000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TEXT = Pattern.compile("\\S(.{0,62}\\S)?");

    private final Staff staff;
    private final PlacingCustomers placing;
    private final BankClock clock;
    private final JsonMapper json;

    KeepingStaff(Staff staff, PlacingCustomers placing, BankClock clock, JsonMapper json) {
        this.staff = staff;
        this.placing = placing;
        this.clock = clock;
        this.json = json;
    }

    /** A branch as somebody puts it; names by language tag. */
    public record BranchDraft(
            @Nullable String actor,
            @Nullable Map<String, String> names,
            @Nullable String head) {}

    /** A manager as somebody puts it. */
    public record ManagerDraft(
            @Nullable String actor,
            @Nullable String name,
            @Nullable String branch,
            @Nullable String role,
            @Nullable Integer capacity) {}

    /** A manager leaves. */
    public record Departure(
            @Nullable String actor,
            @Nullable String reason,
            @Nullable String successor) {}

    /**
     * Puts a branch.
     *
     * @throws InvalidInput with a sentence for each mistake
     * @throws EditRefused where it is of another version than expected
     */
    public Mono<Staff.Branch> put(String branchId, BranchDraft draft, Expectation expectation) {
        Mistakes mistakes = new Mistakes();
        mistakes.id("branch", branchId);
        String actor = mistakes.text("actor", draft.actor(), "Who does this");
        Map<String, String> names = draft.names() == null ? Map.of() : draft.names();
        String en = mistakes.text("names.en", names.get("en"), "The name in English");
        String zh = mistakes.text("names.zh-CN", names.get("zh-CN"), "The name in Chinese");
        if (draft.head() != null) {
            mistakes.id("head", draft.head());
        }
        mistakes.throwThem();
        Staff.Branch branch = new Staff.Branch(branchId, en, zh, draft.head(), 0);
        return staff.together(staff.branch(branchId)
                .map(Staff.Branch::version)
                .defaultIfEmpty(0L)
                .doOnNext(version -> require(expectation, version))
                .then(staff.put(branch, step("PUT", actor, draft))));
    }

    /**
     * Puts a manager. One who had left is back.
     *
     * @throws InvalidInput with a sentence for each mistake
     * @throws EditRefused where it is of another version than expected
     */
    public Mono<Staff.Person> put(String managerId, ManagerDraft draft, Expectation expectation) {
        Mistakes mistakes = new Mistakes();
        mistakes.id("manager", managerId);
        String actor = mistakes.text("actor", draft.actor(), "Who does this");
        String name = mistakes.text("name", draft.name(), "The name");
        String branch = mistakes.text("branch", draft.branch(), "The branch");
        String role = mistakes.text("role", draft.role(), "The role");
        int capacity = draft.capacity() == null ? -1 : draft.capacity();
        if (capacity < 0 || capacity > LARGEST_CAPACITY) {
            mistakes.add(
                    "capacity", "The capacity is how many customers at most, 0 to %d.".formatted(LARGEST_CAPACITY));
        }
        Staff.Person person = new Staff.Person(managerId, name, branch, role, capacity, true, 0, 0, 0);
        return roles().flatMap(roles -> staff.together(staff.branch(branch)
                .map(found -> true)
                .defaultIfEmpty(false)
                .doOnNext(known -> {
                    mistakes.unless(known, "branch", "There is no branch %s; put it first.".formatted(branch));
                    mistakes.unless(
                            roles.contains(role),
                            "role",
                            "There is no role %s; the policy has %s.".formatted(role, String.join(", ", roles)));
                    mistakes.throwThem();
                })
                .then(staff.lock(managerId).map(Staff.Person::version).defaultIfEmpty(0L))
                .doOnNext(version -> require(expectation, version))
                .then(Mono.defer(() -> staff.put(person, step("PUT", actor, draft))))));
    }

    /**
     * Lets a manager leave, whose whole portfolio goes to others.
     *
     * @throws InvalidInput with a sentence for each mistake
     * @throws NotFound where there is no such manager
     */
    public Mono<Staff.Person> leave(String managerId, Departure departure) {
        Mistakes mistakes = new Mistakes();
        String actor = mistakes.text("actor", departure.actor(), "Who does this");
        mistakes.text("reason", departure.reason(), "Why");
        String successor = departure.successor();
        mistakes.unless(!managerId.equals(successor), "successor", "The successor is somebody else than who leaves.");
        mistakes.throwThem();
        Mono<Boolean> known = successor == null
                ? Mono.just(true)
                : staff.manager(successor).map(Staff.Person::active).defaultIfEmpty(false);
        return known.doOnNext(is -> {
                    mistakes.unless(is, "successor", "There is no manager %s at work.".formatted(successor));
                    mistakes.throwThem();
                })
                .then(staff.together(staff.lock(managerId)
                        .switchIfEmpty(Mono.error(() -> unknown(managerId)))
                        .flatMap(person -> staff.leave(managerId, successor, step("LEFT", actor, departure)))));
    }

    static NotFound unknown(String managerId) {
        return new NotFound("There is no manager %s.".formatted(managerId));
    }

    private Mono<List<String>> roles() {
        return clock.reached()
                .defaultIfEmpty(Instant.EPOCH)
                .flatMap(placing::policyAt)
                .map(policy ->
                        policy.roles().stream().map(CarePolicy.Role::code).toList());
    }

    private static void require(Expectation expectation, long version) {
        if (!expectation.holds(version)) {
            throw new EditRefused(version);
        }
    }

    private Staff.Step step(String step, String actor, Object draft) {
        return new Staff.Step(step, actor, json.writeValueAsString(draft));
    }

    /** What is wrong with a draft. */
    static final class Mistakes {

        private final List<Mistake> found = new ArrayList<>();

        void add(String field, String sentence) {
            found.add(new Mistake(field, sentence));
        }

        void unless(boolean right, String field, String sentence) {
            if (!right) {
                add(field, sentence);
            }
        }

        void id(String field, String id) {
            unless(
                    ID.matcher(id).matches(),
                    field,
                    "An id is 1 to 64 of letters, digits, '.', '_' and '-', not '%s'.".formatted(id));
        }

        String text(String field, @Nullable String text, String what) {
            String given = text == null ? "" : text;
            unless(
                    TEXT.matcher(given).matches(),
                    field,
                    "%s is missing: 1 to 64 characters are wanted.".formatted(what));
            return given;
        }

        void throwThem() {
            if (!found.isEmpty()) {
                throw new InvalidInput(found);
            }
        }
    }
}
