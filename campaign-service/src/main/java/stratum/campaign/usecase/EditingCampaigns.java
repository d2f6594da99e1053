package stratum.campaign.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import stratum.campaign.domain.Campaign;
import stratum.campaign.domain.CampaignLife;
import stratum.campaign.domain.CampaignLife.State;
import stratum.campaign.domain.CampaignLife.Step;
import stratum.campaign.usecase.CampaignRegister.Change;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.NotFound;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes campaigns and takes them through review to launch, pause and end; each change is noted with who made it. */
@Component
public final class EditingCampaigns {

    private static final long FIRST_EDITION = 1;
    private static final List<State> RUNNING = List.of(State.LIVE, State.PAUSED);

    private final CampaignRegister register;
    private final JsonMapper json;
    private final Clock clock;
    private final CampaignReader reader = new CampaignReader(new CelConditions());

    /** Begins with no draft. The clock says from when a step counts for the stream; decisions go by event time. */
    public EditingCampaigns(CampaignRegister register, JsonMapper json, Clock clock) {
        this.register = register;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Drafts the first version of a campaign.
     *
     * @throws InvalidInput with a sentence for each mistake in the document
     * @throws CampaignRefused where there is such a campaign
     */
    public Mono<CampaignVersion> draft(ObjectNode document, String actor) {
        return Mono.fromCallable(() -> version(document, 1, CampaignLife.draftedBy(actor), FIRST_EDITION))
                .flatMap(draft -> register.add(new Change(draft, "DRAFT", actor, Optional.empty()))
                        .flatMap(isNew -> isNew
                                ? Mono.just(draft)
                                : Mono.error(CampaignRefused.because(
                                        "There is a campaign %s already; PUT a new version of it."
                                                .formatted(draft.id())))));
    }

    /**
     * Edits the draft, or drafts the next version where the newest is none.
     *
     * @param edition that of the newest version which the editor has seen
     * @throws InvalidInput with a sentence for each mistake in the document
     * @throws CampaignRefused where it cannot be edited, or has been changed since
     */
    public Mono<CampaignVersion> edit(String id, long edition, ObjectNode document, String actor) {
        return newest(id).flatMap(known -> {
            requireSeen(known, edition);
            return known.life().state() == State.DRAFT
                    ? change(edited(known, document, actor), "EDIT", actor)
                    : next(known, document, actor);
        });
    }

    private CampaignVersion edited(CampaignVersion known, ObjectNode document, String actor) {
        CampaignVersion version =
                version(document, known.version(), taken(known.life().edit(actor)), known.edition());
        requireSame(version.id(), known.id());
        return known.with(version.life(), version.effectiveFrom(), version.document());
    }

    private Mono<CampaignVersion> next(CampaignVersion known, ObjectNode document, String actor) {
        CampaignVersion next = version(document, known.version() + 1, CampaignLife.draftedBy(actor), FIRST_EDITION);
        requireSame(next.id(), known.id());
        return register.add(new Change(next, "DRAFT", actor, Optional.empty()))
                .flatMap(isNew -> isNew ? Mono.just(next) : Mono.error(CampaignRefused.overtaken(known.edition() + 1)));
    }

    /**
     * Takes a step with the newest version, or with the one that runs where the step is about that.
     *
     * @param edition that of the version which who takes it has seen
     * @throws CampaignRefused where the step cannot be taken, or the version has been changed since
     */
    public Mono<CampaignVersion> take(String id, long edition, Step step, String actor) {
        return concerned(id, step).flatMap(known -> {
            requireSeen(known, edition);
            CampaignVersion changed = known.with(taken(known.life().take(step, actor)));
            return step == Step.LAUNCH ? launch(changed, actor) : change(changed, step, actor);
        });
    }

    private Mono<CampaignVersion> concerned(String id, Step step) {
        return step.isOfRunning() ? register.newestIn(id, RUNNING).switchIfEmpty(newest(id)) : newest(id);
    }

    private Mono<CampaignVersion> newest(String id) {
        return register.newest(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("There is no campaign %s.".formatted(id))));
    }

    /** The version that ran before ends, whether it ran or paused. */
    private Mono<CampaignVersion> launch(CampaignVersion launched, String actor) {
        return register.newestIn(launched.id(), RUNNING)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(before -> {
                    List<Change> changes = new ArrayList<>();
                    before.ifPresent(old -> changes.add(
                            new Change(old.with(old.life().superseded()), "SUPERSEDED", actor, Optional.empty())));
                    changes.add(new Change(launched, Step.LAUNCH.name(), actor, Optional.of(startOf(launched))));
                    return kept(changes, launched);
                });
    }

    private Instant startOf(CampaignVersion launched) {
        Instant now = clock.instant();
        return launched.effectiveFrom().isAfter(now) ? launched.effectiveFrom() : now;
    }

    private Mono<CampaignVersion> change(CampaignVersion changed, Step step, String actor) {
        Optional<Instant> from = step.isPublished() ? Optional.of(clock.instant()) : Optional.empty();
        return kept(List.of(new Change(changed, step.name(), actor, from)), changed);
    }

    private Mono<CampaignVersion> change(CampaignVersion changed, String step, String actor) {
        return kept(List.of(new Change(changed, step, actor, Optional.empty())), changed);
    }

    private Mono<CampaignVersion> kept(List<Change> changes, CampaignVersion answer) {
        return register.change(changes)
                .flatMap(kept -> kept ? Mono.just(answer) : Mono.error(CampaignRefused.overtaken(answer.edition())));
    }

    /** The number of a version is given here and not by who writes it. */
    private CampaignVersion version(ObjectNode document, int number, CampaignLife life, long edition) {
        ObjectNode numbered = document.deepCopy();
        numbered.put("version", number);
        String text = json.writeValueAsString(numbered);
        Campaign campaign = read(text);
        return new CampaignVersion(campaign.id(), number, life, campaign.effectiveFrom(), edition, text);
    }

    private Campaign read(String text) {
        CampaignDocument parsed = parse(text);
        List<InvalidInput.Mistake> mistakes = reader.mistakes(parsed);
        if (!mistakes.isEmpty()) {
            throw new InvalidInput(mistakes.stream()
                    .map(mistake -> new InvalidInput.Mistake("document." + mistake.field(), mistake.message() + "."))
                    .toList());
        }
        return reader.read(parsed);
    }

    static CampaignDocument parse(String text) {
        try {
            return ShippedCampaigns.parse(text, "document");
        } catch (InvalidCampaigns e) {
            throw new InvalidInput("document", String.join(" ", e.mistakes()));
        }
    }

    private static void requireSame(String written, String wanted) {
        if (!written.equals(wanted)) {
            throw new InvalidInput("document.id", "It is %s, and not %s.".formatted(written, wanted));
        }
    }

    private static void requireSeen(CampaignVersion known, long edition) {
        if (known.edition() != edition) {
            throw CampaignRefused.overtaken(known.edition());
        }
    }

    private static CampaignLife taken(CampaignLife.Outcome outcome) {
        if (outcome instanceof CampaignLife.Taken taken) {
            return taken.life();
        }
        throw CampaignRefused.because(((CampaignLife.Refused) outcome).sentence());
    }
}
