package stratum.campaign.web;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import stratum.campaign.domain.CampaignLife.Step;
import stratum.campaign.usecase.CampaignRegister;
import stratum.campaign.usecase.CampaignVersion;
import stratum.campaign.usecase.EditingCampaigns;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.NotFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns: who writes one, and its way to being launched, paused and ended. Every answer about one has its edition as ETag. */
@RestController
@RequestMapping("/v1/campaigns")
final class CampaignController {

    private static final int MOST = 200;

    private final EditingCampaigns editing;
    private final CampaignRegister register;
    private final JsonMapper json;

    CampaignController(EditingCampaigns editing, CampaignRegister register, JsonMapper json) {
        this.editing = editing;
        this.register = register;
        this.json = json;
    }

    /** A document, and who gives it. */
    record Draft(@Nullable String actor, @Nullable JsonNode document) {}

    /** Who takes a step. */
    record Actor(@Nullable String actor) {}

    /**
     * The newest version of each campaign, by id.
     *
     * @param next what to ask for as {@code after} to see what follows; none where nothing does
     */
    record CampaignPage(List<CampaignView> items, @Nullable String next) {}

    @GetMapping
    Mono<CampaignPage> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "") String after) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("limit", "From 1 to %d, not %d.".formatted(MOST, limit));
        }
        return register.newest(after, limit + 1)
                .map(campaign -> CampaignView.of(campaign, null, json))
                .collectList()
                .map(found -> page(found, limit));
    }

    private static CampaignPage page(List<CampaignView> found, int limit) {
        return found.size() <= limit
                ? new CampaignPage(found, null)
                : new CampaignPage(found.subList(0, limit), found.get(limit - 1).id());
    }

    /** The newest version, or the one asked for. */
    @GetMapping("/{id}")
    Mono<ResponseEntity<CampaignView>> one(
            @PathVariable String id, @RequestParam(required = false) @Nullable Integer version) {
        Mono<CampaignVersion> found = version == null ? register.newest(id) : register.find(id, version);
        return found.switchIfEmpty(Mono.error(() -> new NotFound(
                        version == null
                                ? "There is no campaign %s.".formatted(id)
                                : "There is no version %d of %s.".formatted(version, id))))
                .flatMap(campaign -> answer(HttpStatus.OK, campaign));
    }

    @PostMapping
    Mono<ResponseEntity<CampaignView>> draft(@RequestBody Draft draft) {
        return editing.draft(EditParameters.document(draft.document()), EditParameters.actor(draft.actor()))
                .flatMap(campaign -> answer(HttpStatus.CREATED, campaign));
    }

    /** Edits the draft; where the newest version is none, drafts the next. */
    @PutMapping("/{id}")
    Mono<ResponseEntity<CampaignView>> edit(
            @PathVariable String id,
            @RequestBody Draft draft,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String match) {
        return editing.edit(
                        id,
                        EditParameters.edition(match),
                        EditParameters.document(draft.document()),
                        EditParameters.actor(draft.actor()))
                .flatMap(campaign -> answer(HttpStatus.OK, campaign));
    }

    @PostMapping("/{id}/{step:submit|reject|approve|launch|pause|resume|end}")
    Mono<ResponseEntity<CampaignView>> take(
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody Actor by,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String match) {
        Step taken = Step.valueOf(step.toUpperCase(Locale.ROOT));
        return editing.take(id, EditParameters.edition(match), taken, EditParameters.actor(by.actor()))
                .flatMap(campaign -> answer(HttpStatus.OK, campaign));
    }

    private Mono<ResponseEntity<CampaignView>> answer(HttpStatus status, CampaignVersion campaign) {
        return register.notes(campaign.id())
                .collectList()
                .map(notes -> ResponseEntity.status(status)
                        .eTag(EditParameters.etag(campaign.edition()))
                        .body(CampaignView.of(campaign, notes, json)));
    }
}
