package stratum.customer.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.customer.store.Staff;
import stratum.customer.usecase.KeepingStaff;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.web.NotFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Branches and relationship managers. Every answer about one has its version as ETag. */
@RestController
final class StaffController {

    private final KeepingStaff keeping;
    private final Staff staff;
    private final JsonMapper json;
    private final String currency;

    StaffController(KeepingStaff keeping, Staff staff, JsonMapper json, StratumSettings settings) {
        this.keeping = keeping;
        this.staff = staff;
        this.json = json;
        this.currency = settings.baseCurrency();
    }

    /** A branch; names by language tag. */
    record BranchView(
            String branchId,
            Map<String, String> names,
            @Nullable String head) {

        static BranchView of(Staff.Branch branch) {
            return new BranchView(
                    branch.branchId(), Map.of("en", branch.nameEn(), "zh-CN", branch.nameZh()), branch.headId());
        }
    }

    /** A relationship manager with the load of now; alone, with who changed what. */
    record ManagerView(
            String managerId,
            String name,
            String branch,
            String role,
            int capacity,
            boolean active,
            int customers,
            MoneyView balance,
            @Nullable List<StepView> history) {}

    /** A change that somebody made. */
    record StepView(String step, String actor, JsonNode details, java.time.Instant at) {}

    @GetMapping("/v1/branches")
    Mono<Page<BranchView>> branches(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "") String after) {
        return staff.branches(after, Page.limit(limit) + 1)
                .collectList()
                .map(list -> Page.of(list, limit, Staff.Branch::branchId).map(BranchView::of));
    }

    @PutMapping("/v1/branches/{id}")
    Mono<ResponseEntity<BranchView>> putBranch(
            @PathVariable String id, @RequestBody KeepingStaff.BranchDraft draft, @RequestHeader HttpHeaders headers) {
        return keeping.put(id, draft, Preconditions.of(headers))
                .map(branch -> ResponseEntity.ok()
                        .eTag(Preconditions.etag(branch.version()))
                        .body(BranchView.of(branch)));
    }

    @GetMapping("/v1/managers")
    Mono<Page<ManagerView>> managers(
            @RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after) {
        return staff.managers(branch, role, after, Page.limit(limit) + 1)
                .collectList()
                .map(list -> Page.of(list, limit, Staff.Person::managerId).map(person -> view(person, null)));
    }

    @GetMapping("/v1/managers/{id}")
    Mono<ResponseEntity<ManagerView>> manager(@PathVariable String id) {
        return staff.manager(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("There is no manager %s.".formatted(id))))
                .flatMap(person -> staff.steps(id)
                        .map(steps -> steps.stream()
                                .map(step -> new StepView(
                                        step.step(), step.actor(), json.readTree(step.details()), step.at()))
                                .toList())
                        .map(steps -> answer(person, steps)));
    }

    @PutMapping("/v1/managers/{id}")
    Mono<ResponseEntity<ManagerView>> putManager(
            @PathVariable String id, @RequestBody KeepingStaff.ManagerDraft draft, @RequestHeader HttpHeaders headers) {
        return keeping.put(id, draft, Preconditions.of(headers)).map(person -> answer(person, null));
    }

    @PostMapping("/v1/managers/{id}/departure")
    Mono<ResponseEntity<ManagerView>> leave(@PathVariable String id, @RequestBody KeepingStaff.Departure departure) {
        return keeping.leave(id, departure).map(person -> answer(person, null));
    }

    private ResponseEntity<ManagerView> answer(Staff.Person person, @Nullable List<StepView> steps) {
        return ResponseEntity.ok().eTag(Preconditions.etag(person.version())).body(view(person, steps));
    }

    private ManagerView view(Staff.Person person, @Nullable List<StepView> steps) {
        return new ManagerView(
                person.managerId(),
                person.name(),
                person.branchId(),
                person.role(),
                person.capacity(),
                person.active(),
                person.customers(),
                new MoneyView(person.balanceMinor(), currency),
                steps);
    }
}
