package stratum.campaign.usecase;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Budget;
import stratum.campaign.domain.Campaign;
import stratum.campaign.domain.Channel;
import stratum.campaign.domain.ChannelChoice;
import stratum.campaign.domain.Condition;
import stratum.campaign.domain.ControlShare;
import stratum.campaign.domain.Goal;
import stratum.campaign.domain.Message;
import stratum.campaign.domain.Objective;
import stratum.campaign.domain.OccasionKind;
import stratum.campaign.domain.OfferTerms;
import stratum.campaign.domain.Propensity;
import stratum.campaign.domain.Schedule;
import stratum.campaign.domain.Trigger;
import stratum.campaign.domain.Variant;
import stratum.campaign.domain.Wording;
import stratum.campaign.usecase.CampaignDocument.BudgetPart;
import stratum.campaign.usecase.CampaignDocument.ChannelPart;
import stratum.campaign.usecase.CampaignDocument.ControlPart;
import stratum.campaign.usecase.CampaignDocument.GoalPart;
import stratum.campaign.usecase.CampaignDocument.MessagePart;
import stratum.campaign.usecase.CampaignDocument.OfferPart;
import stratum.campaign.usecase.CampaignDocument.PropensityPart;
import stratum.campaign.usecase.CampaignDocument.SchedulePart;
import stratum.campaign.usecase.CampaignDocument.TriggerPart;
import stratum.campaign.usecase.CampaignDocument.WordsPart;
import stratum.campaign.usecase.CelConditions.InvalidCondition;
import stratum.platform.web.InvalidInput.Mistake;

/** Makes a campaign of its document, or says everything that is wrong with it. */
final class CampaignReader {

    private static final String ALWAYS = "true";

    private final CelConditions conditions;

    CampaignReader(CelConditions conditions) {
        this.conditions = conditions;
    }

    /** Each mistake in the document, with the field that it is in. */
    List<Mistake> mistakes(CampaignDocument document) {
        List<Mistake> mistakes = new ArrayList<>(CampaignChecks.of(document));
        mistakes.addAll(mistakes("condition", document.condition()));
        if (document.goal() != null) {
            mistakes.addAll(mistakes("goal.condition", document.goal().condition()));
        }
        return mistakes;
    }

    private List<Mistake> mistakes(String field, @Nullable String expression) {
        try {
            conditions.compile(requireNonNullElse(expression, ALWAYS));
            return conditions.contradiction(requireNonNullElse(expression, ALWAYS)).stream()
                    .map(why -> new Mistake(field, "no customer can meet it: " + why))
                    .toList();
        } catch (InvalidCondition e) {
            return e.mistakes().stream()
                    .map(mistake -> new Mistake(field, mistake))
                    .toList();
        }
    }

    /**
     * The campaign.
     *
     * @throws InvalidCampaigns where there are mistakes in it
     */
    Campaign read(CampaignDocument document) {
        List<Mistake> mistakes = mistakes(document);
        if (!mistakes.isEmpty()) {
            String id = requireNonNullElse(document.id(), "(no id)");
            throw new InvalidCampaigns(mistakes.stream()
                    .map(mistake -> "Campaign %s: %s.".formatted(id, mistake))
                    .toList());
        }
        return campaign(document);
    }

    private Campaign campaign(CampaignDocument document) {
        return new Campaign(
                requireNonNull(document.id()),
                document.version(),
                Objective.valueOf(requireNonNull(document.objective())),
                trigger(requireNonNull(document.trigger())),
                condition(document.condition()),
                offer(requireNonNull(document.offer())),
                requireNonNull(document.channels()).stream()
                        .map(CampaignReader::channel)
                        .toList(),
                variants(document),
                requireNonNull(document.reason()),
                propensity(document),
                requireNonNullElse(document.lever(), 1.0),
                control(document),
                budget(document.budget()),
                requireNonNull(document.effectiveFrom()),
                document.until(),
                Duration.ofDays(requireNonNull(document.coolDownDays())),
                goal(document.goal()));
    }

    private Condition condition(@Nullable String expression) {
        try {
            return conditions.compile(requireNonNullElse(expression, ALWAYS));
        } catch (InvalidCondition e) {
            throw new IllegalStateException("It was found sound a moment ago", e);
        }
    }

    private static Trigger trigger(TriggerPart part) {
        return part.schedule() == null
                ? Trigger.of(
                        OccasionKind.valueOf(requireNonNull(part.kind())), Set.copyOf(requireNonNull(part.names())))
                : Trigger.of(schedule(part.schedule()));
    }

    private static Schedule schedule(SchedulePart part) {
        return new Schedule(
                Schedule.Every.valueOf(requireNonNull(part.every())),
                LocalDate.parse(requireNonNull(part.from())),
                LocalTime.parse(requireNonNull(part.at())),
                Duration.ofMinutes(requireNonNull(part.overMinutes())));
    }

    private static OfferTerms offer(OfferPart part) {
        return new OfferTerms(
                requireNonNull(part.code()),
                part.product(),
                part.terms(),
                part.valueMinor(),
                Duration.ofDays(part.validDays()),
                requireNonNullElse(part.riskLevel(), 0),
                requireNonNullElse(part.credit(), false));
    }

    private static ChannelChoice channel(ChannelPart part) {
        return new ChannelChoice(
                Channel.valueOf(requireNonNull(part.channel())),
                Set.copyOf(requireNonNullElse(part.tiers(), List.<String>of())));
    }

    private static List<Variant> variants(CampaignDocument document) {
        return document.variants() == null || document.variants().isEmpty()
                ? List.of(new Variant(Variant.ONLY, 1, wording(requireNonNull(document.messages()))))
                : document.variants().stream()
                        .map(part -> new Variant(
                                requireNonNull(part.name()), part.share(), wording(requireNonNull(part.messages()))))
                        .toList();
    }

    private static Wording wording(List<MessagePart> messages) {
        return new Wording(messages.stream().map(CampaignReader::entry).toList());
    }

    private static Wording.Entry entry(MessagePart part) {
        TreeMap<String, WordsPart> byLanguage = new TreeMap<>(requireNonNull(part.words()));
        return new Wording.Entry(
                Set.copyOf(requireNonNullElse(part.about(), List.<String>of())),
                requireNonNull(part.channels()).stream().map(Channel::valueOf).collect(Collectors.toSet()),
                byLanguage.entrySet().stream()
                        .map(words -> message(words.getKey(), words.getValue()))
                        .toList());
    }

    private static Message message(String language, WordsPart words) {
        return new Message(language, words.title(), requireNonNull(words.text()));
    }

    private static Propensity propensity(CampaignDocument document) {
        PropensityPart part = requireNonNull(document.propensity());
        return new Propensity(part.accepts(), part.contacts());
    }

    private static ControlShare control(CampaignDocument document) {
        ControlPart part = document.control();
        return part == null
                ? new ControlShare(0, "")
                : new ControlShare(part.share(), requireNonNullElse(part.salt(), ""));
    }

    private static Budget budget(@Nullable BudgetPart part) {
        return part == null ? Budget.NONE : new Budget(part.total(), part.perDay());
    }

    private @Nullable Goal goal(@Nullable GoalPart part) {
        return part == null
                ? null
                : new Goal(
                        OccasionKind.valueOf(requireNonNull(part.kind())),
                        Set.copyOf(requireNonNull(part.names())),
                        condition(part.condition()),
                        Duration.ofDays(part.withinDays()));
    }
}
