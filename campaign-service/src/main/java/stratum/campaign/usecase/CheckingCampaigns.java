package stratum.campaign.usecase;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import stratum.campaign.domain.Campaign;
import stratum.campaign.domain.Reaching;
import stratum.platform.web.InvalidInput.Mistake;
import stratum.platform.web.NotFound;

/** Says everything that is wrong with a campaign, or odd, and whom it would reach now. */
@Component
public final class CheckingCampaigns {

    private static final String ALWAYS = "true";
    private static final String OCCASION = "trigger.";

    private final CampaignRegister register;
    private final KnownCustomers customers;
    private final CampaignReader reader = new CampaignReader(new CelConditions());

    /** Checks against the campaigns in the register and the customers known here. */
    public CheckingCampaigns(CampaignRegister register, KnownCustomers customers) {
        this.register = register;
        this.customers = customers;
    }

    /**
     * What a check found.
     *
     * @param errors with these it cannot run
     * @param warnings with these it runs, and perhaps not as it was meant
     */
    public record Findings(List<Mistake> errors, List<Mistake> warnings) {}

    /** What is wrong with a document, and how it stands to the campaigns that run. */
    public Mono<Findings> check(String document) {
        CampaignDocument parsed = EditingCampaigns.parse(document);
        List<Mistake> errors = reader.mistakes(parsed);
        return errors.isEmpty()
                ? rivals(parsed).map(warnings -> new Findings(errors, warnings))
                : Mono.just(new Findings(errors, List.of()));
    }

    private Mono<List<Mistake>> rivals(CampaignDocument document) {
        return register.live()
                .map(live -> written(EditingCampaigns.parse(live.document())))
                .collectList()
                .map(live -> Rivals.of(written(document), live));
    }

    private Rivals.Written written(CampaignDocument document) {
        return new Rivals.Written(reader.read(document), requireNonNullElse(document.condition(), ALWAYS));
    }

    /** The document of the newest version. */
    public Mono<String> newest(String id) {
        return register.newest(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("There is no campaign %s.".formatted(id))))
                .map(CampaignVersion::document);
    }

    /** Whom the campaign would reach of the customers that this instance knows. */
    public Mono<Reach> reach(String document) {
        return blocking(() -> {
            CampaignDocument parsed = EditingCampaigns.parse(document);
            boolean asksForOccasion = isAboutOccasion(parsed.condition());
            Campaign campaign = reader.read(parsed);
            return customers
                    .all()
                    .map(one -> reach(one, campaign, asksForOccasion))
                    .reduce(Reach.NONE, Reach::plus);
        });
    }

    private static boolean isAboutOccasion(@Nullable String condition) {
        return condition != null && condition.contains(OCCASION);
    }

    private static Reach reach(KnownCustomers.Known one, Campaign campaign, boolean asksForOccasion) {
        Reaching.Stands stands = Reaching.of(one.customer(), campaign, one.today());
        long meets = stands == Reaching.Stands.MEETS ? 1 : 0;
        long depends = stands == Reaching.Stands.UNDECIDED && asksForOccasion ? 1 : 0;
        long contactable = meets + depends > 0 && Reaching.isContactable(one.customer(), campaign) ? 1 : 0;
        return new Reach(1, meets, depends, contactable);
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
