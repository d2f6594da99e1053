package stratum.campaign.usecase;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Campaign;
import stratum.campaign.domain.Channel;
import stratum.campaign.domain.ChannelChoice;
import stratum.campaign.domain.Condition;
import stratum.campaign.domain.ControlShare;
import stratum.campaign.domain.Message;
import stratum.campaign.domain.Objective;
import stratum.campaign.domain.OccasionKind;
import stratum.campaign.domain.OfferTerms;
import stratum.campaign.domain.Propensity;
import stratum.campaign.domain.Trigger;
import stratum.campaign.domain.Wording;
import stratum.campaign.usecase.CampaignDocument.ChannelPart;
import stratum.campaign.usecase.CampaignDocument.ControlPart;
import stratum.campaign.usecase.CampaignDocument.MessagePart;
import stratum.campaign.usecase.CampaignDocument.OfferPart;
import stratum.campaign.usecase.CampaignDocument.TriggerPart;
import stratum.campaign.usecase.CampaignDocument.WordsPart;
import stratum.campaign.usecase.CelConditions.InvalidCondition;

/** Makes a campaign of its document, or says everything that is wrong with it. */
final class CampaignReader {

    private final CelConditions conditions;

    CampaignReader(CelConditions conditions) {
        this.conditions = conditions;
    }

    /**
     * The campaign.
     *
     * @throws InvalidCampaigns where there are mistakes in it
     */
    Campaign read(CampaignDocument document) {
        List<String> mistakes = new ArrayList<>(CampaignChecks.of(document));
        Condition condition = condition(document.condition(), mistakes);
        if (!mistakes.isEmpty()) {
            String id = requireNonNullElse(document.id(), "(no id)");
            throw new InvalidCampaigns(mistakes.stream()
                    .map(mistake -> "Campaign %s: %s.".formatted(id, mistake))
                    .toList());
        }
        return campaign(document, condition);
    }

    private Condition condition(@Nullable String expression, List<String> mistakes) {
        try {
            return conditions.compile(requireNonNullElse(expression, "true"));
        } catch (InvalidCondition e) {
            e.mistakes().forEach(mistake -> mistakes.add("condition: " + mistake));
            return subject -> false;
        }
    }

    private static Campaign campaign(CampaignDocument document, Condition condition) {
        return new Campaign(
                requireNonNull(document.id()),
                document.version(),
                Objective.valueOf(requireNonNull(document.objective())),
                trigger(requireNonNull(document.trigger())),
                condition,
                offer(requireNonNull(document.offer())),
                requireNonNull(document.channels()).stream()
                        .map(CampaignReader::channel)
                        .toList(),
                new Wording(requireNonNull(document.messages()).stream()
                        .map(CampaignReader::entry)
                        .toList()),
                requireNonNull(document.reason()),
                propensity(document),
                requireNonNullElse(document.lever(), 1.0),
                control(document),
                requireNonNull(document.effectiveFrom()),
                document.until(),
                Duration.ofDays(requireNonNull(document.coolDownDays())));
    }

    private static Trigger trigger(TriggerPart part) {
        return new Trigger(OccasionKind.valueOf(requireNonNull(part.kind())), Set.copyOf(requireNonNull(part.names())));
    }

    private static OfferTerms offer(OfferPart part) {
        return new OfferTerms(
                requireNonNull(part.code()),
                part.product(),
                part.terms(),
                part.valueMinor(),
                Duration.ofDays(part.validDays()));
    }

    private static ChannelChoice channel(ChannelPart part) {
        return new ChannelChoice(
                Channel.valueOf(requireNonNull(part.channel())),
                Set.copyOf(requireNonNullElse(part.tiers(), List.<String>of())));
    }

    private static Wording.Entry entry(MessagePart part) {
        Map<String, WordsPart> byLanguage = new TreeMap<>(requireNonNull(part.words()));
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
        CampaignDocument.PropensityPart part = requireNonNull(document.propensity());
        return new Propensity(part.accepts(), part.contacts());
    }

    private static ControlShare control(CampaignDocument document) {
        ControlPart part = document.control();
        return part == null
                ? new ControlShare(0, "")
                : new ControlShare(part.share(), requireNonNullElse(part.salt(), ""));
    }
}
