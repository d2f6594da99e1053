package stratum.platform.policy;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.platform.policy.PolicyLife.Step;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.NotFound;
import tools.jackson.databind.JsonNode;

/** Policies of the service's kind: who drafts one, and its way to ruling. Every answer about a version has its edition as ETag. */
@RestController
@RequestMapping("/v1/policies/${stratum.policies.kind}")
final class PolicyController {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern PLACE = Pattern.compile("([A-Za-z0-9_-]{1,64}):(\\d{1,9})");
    private static final Pattern ACTOR = Pattern.compile("\\S(.{0,62}\\S)?");
    private static final int MOST = 200;

    private final EditingPolicies editing;
    private final PolicyTable policies;

    PolicyController(EditingPolicies editing, PolicyTable policies) {
        this.editing = editing;
        this.policies = policies;
    }

    /** A document, and who gives it. */
    record Draft(@Nullable String actor, @Nullable JsonNode document) {}

    /** Who takes a step. */
    record Actor(@Nullable String actor) {}

    /**
     * Versions by policy id, newest first.
     *
     * @param next where to go on after; none at the end
     */
    record PageView(List<PolicyVersionView> items, @Nullable String next) {}

    @GetMapping
    Mono<PageView> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String after) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("limit", "It is 1 to %d.".formatted(MOST));
        }
        Matcher place = PLACE.matcher(after == null ? "-:0" : after);
        if (!place.matches()) {
            throw new InvalidInput("after", "It is what the page before gave as next, such as rolling:3.");
        }
        String id = after == null ? "" : place.group(1);
        return policies.after(id, Integer.parseInt(place.group(2)), limit + 1)
                .map(PolicyVersionView::inAList)
                .collectList()
                .map(found -> page(found, limit));
    }

    private static PageView page(List<PolicyVersionView> found, int limit) {
        if (found.size() <= limit) {
            return new PageView(found, null);
        }
        PolicyVersionView last = found.get(limit - 1);
        return new PageView(found.subList(0, limit), "%s:%d".formatted(last.id(), last.version()));
    }

    @GetMapping("/{id}/versions/{version}")
    Mono<ResponseEntity<PolicyVersionView>> one(@PathVariable String id, @PathVariable int version) {
        return policies.find(id, version)
                .switchIfEmpty(Mono.error(() -> new NotFound("There is no version %d of %s.".formatted(version, id))))
                .flatMap(policy -> answer(HttpStatus.OK, policy));
    }

    @PostMapping
    Mono<ResponseEntity<PolicyVersionView>> draft(@RequestBody Draft draft) {
        return editing.draft(document(draft), actor(draft.actor()))
                .flatMap(policy -> answer(HttpStatus.CREATED, policy));
    }

    @PutMapping("/{id}/versions/{version}")
    Mono<ResponseEntity<PolicyVersionView>> edit(
            @PathVariable String id,
            @PathVariable int version,
            @RequestBody Draft draft,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String match) {
        return editing.edit(id, version, edition(match), document(draft), actor(draft.actor()))
                .flatMap(policy -> answer(HttpStatus.OK, policy));
    }

    @PostMapping("/{id}/versions/{version}/{step:submit|approve|publish|retire}")
    Mono<ResponseEntity<PolicyVersionView>> take(
            @PathVariable String id,
            @PathVariable int version,
            @PathVariable String step,
            @RequestBody Actor by,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String match) {
        Step taken = Step.valueOf(step.toUpperCase(Locale.ROOT));
        return editing.take(id, version, edition(match), taken, actor(by.actor()))
                .flatMap(policy -> answer(HttpStatus.OK, policy));
    }

    @ExceptionHandler
    ProblemDetail refused(PolicyRefused refused) {
        HttpStatus status = refused.isOvertaken() ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT;
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
    }

    private Mono<ResponseEntity<PolicyVersionView>> answer(HttpStatus status, PolicyVersion policy) {
        return policies.notes(policy.id(), policy.version())
                .collectList()
                .map(notes -> ResponseEntity.status(status)
                        .eTag("\"%d\"".formatted(policy.edition()))
                        .body(PolicyVersionView.whole(policy, notes)));
    }

    private static long edition(@Nullable String match) {
        Matcher etag = ETAG.matcher(match == null ? "" : match.strip());
        if (!etag.matches()) {
            throw new InvalidInput("If-Match", "The ETag of the version is wanted, such as \"3\".");
        }
        return Long.parseLong(etag.group(1));
    }

    private static String document(Draft draft) {
        if (draft.document() == null) {
            throw new InvalidInput("document", "The policy is missing.");
        }
        return draft.document().toString();
    }

    private static String actor(@Nullable String actor) {
        if (actor == null || !ACTOR.matcher(actor).matches()) {
            throw new InvalidInput("actor", "Who does this is missing: 1 to 64 characters are wanted.");
        }
        return actor;
    }
}
