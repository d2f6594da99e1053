package stratum.campaign.usecase;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Channel;
import stratum.campaign.domain.Objective;
import stratum.campaign.domain.OccasionKind;
import stratum.campaign.domain.Placeholders;
import stratum.campaign.usecase.CampaignDocument.ChannelPart;
import stratum.campaign.usecase.CampaignDocument.ControlPart;
import stratum.campaign.usecase.CampaignDocument.MessagePart;
import stratum.campaign.usecase.CampaignDocument.OfferPart;
import stratum.campaign.usecase.CampaignDocument.PropensityPart;
import stratum.campaign.usecase.CampaignDocument.TriggerPart;
import stratum.campaign.usecase.CampaignDocument.WordsPart;

/** Everything that can be wrong with a campaign's document beside its condition. */
final class CampaignChecks {

    /** Every campaign speaks these. */
    static final List<String> LANGUAGES = List.of("en", "zh-CN");

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final List<String> mistakes = new ArrayList<>();

    private CampaignChecks() {}

    /** A clause per mistake, that begins with the field it is in. */
    static List<String> of(CampaignDocument document) {
        CampaignChecks checks = new CampaignChecks();
        checks.head(document);
        checks.trigger(document.trigger());
        checks.offer(document.offer());
        checks.channels(document.channels());
        checks.messages(document.messages(), channelsOf(document));
        checks.shares(document);
        return checks.mistakes;
    }

    private void head(CampaignDocument document) {
        String id = document.id();
        require(
                id != null && ID.matcher(id).matches(),
                "id: small letters, digits and single hyphens are wanted, not '%s'",
                id);
        require(document.version() >= 1, "version: the first is 1, not %d", document.version());
        oneOf("objective", document.objective(), Objective.values());
        require(document.condition() != null, "condition: is missing; 'true' holds for all");
        require(document.effectiveFrom() != null, "effectiveFrom: is missing");
        require(
                document.until() == null
                        || document.effectiveFrom() == null
                        || document.until().isAfter(document.effectiveFrom()),
                "until: it ends before it begins");
        Integer coolDown = document.coolDownDays();
        require(coolDown != null && coolDown >= 0, "coolDownDays: a number from 0 is wanted, not %s", coolDown);
        everyLanguage("name", requireNonNullElse(document.name(), Map.<String, String>of()));
        everyLanguage("reason", requireNonNullElse(document.reason(), Map.<String, String>of()));
    }

    private void trigger(@Nullable TriggerPart trigger) {
        if (trigger == null) {
            mistakes.add("trigger: is missing");
            return;
        }
        oneOf("trigger.kind", trigger.kind(), OccasionKind.values());
        require(trigger.names() != null && !trigger.names().isEmpty(), "trigger.names: none is named");
    }

    private void offer(@Nullable OfferPart offer) {
        if (offer == null) {
            mistakes.add("offer: is missing");
            return;
        }
        require(offer.code() != null && !offer.code().isBlank(), "offer.code: is missing");
        require(offer.valueMinor() >= 0, "offer.valueMinor: %d is below 0", offer.valueMinor());
        require(offer.validDays() >= 1, "offer.validDays: at least 1 is wanted, not %d", offer.validDays());
    }

    private void channels(@Nullable List<ChannelPart> channels) {
        require(channels != null && !channels.isEmpty(), "channels: none is named");
        requireNonNullElse(channels, List.<ChannelPart>of())
                .forEach(part -> oneOf("channels", part.channel(), Channel.values()));
    }

    private static Set<String> channelsOf(CampaignDocument document) {
        return requireNonNullElse(document.channels(), List.<ChannelPart>of()).stream()
                .map(part -> String.valueOf(part.channel()))
                .collect(Collectors.toSet());
    }

    private void messages(@Nullable List<MessagePart> given, Set<String> channels) {
        List<MessagePart> messages = requireNonNullElse(given, List.<MessagePart>of());
        messages.forEach(this::message);
        for (String channel : channels) {
            boolean spoken = messages.stream()
                    .anyMatch(part -> isEmpty(part.about()) && channelsOf(part).contains(channel));
            require(spoken, "messages: there is none for %s that is about anything", channel);
        }
    }

    private void message(MessagePart part) {
        channelsOf(part).forEach(channel -> oneOf("messages.channels", channel, Channel.values()));
        require(!channelsOf(part).isEmpty(), "messages.channels: none is named");
        Map<String, WordsPart> words = requireNonNullElse(part.words(), Map.<String, WordsPart>of());
        LANGUAGES.forEach(
                language -> require(words.containsKey(language), "messages: %s lacks %s", channelsOf(part), language));
        words.values().forEach(this::words);
    }

    private void words(WordsPart words) {
        String text = words.text();
        require(text != null && !text.isBlank(), "messages: a text is missing");
        placeholders(requireNonNullElse(text, ""));
        placeholders(requireNonNullElse(words.title(), ""));
    }

    private void everyLanguage(String field, Map<String, String> texts) {
        LANGUAGES.forEach(language -> require(texts.containsKey(language), "%s: lacks %s", field, language));
        texts.values().forEach(this::placeholders);
    }

    private void placeholders(String text) {
        Placeholders.unknownIn(text)
                .forEach(name -> mistakes.add("messages: nothing is known to put in place of {%s}; known are %s"
                        .formatted(name, Placeholders.KNOWN)));
    }

    private void shares(CampaignDocument document) {
        PropensityPart propensity = document.propensity();
        require(
                propensity != null && propensity.accepts() > 0 && propensity.contacts() >= propensity.accepts(),
                "propensity: accepts above 0 and no more than contacts are wanted");
        ControlPart control = document.control();
        require(
                control == null || (control.share() >= 0 && control.share() < 1),
                "control.share: from 0 to below 1 is wanted");
        Double lever = document.lever();
        require(lever == null || lever > 0, "lever: above 0 is wanted, not %s", lever);
    }

    private static List<String> channelsOf(MessagePart part) {
        return requireNonNullElse(part.channels(), List.<String>of());
    }

    private static boolean isEmpty(@Nullable List<String> list) {
        return list == null || list.isEmpty();
    }

    private void oneOf(String field, @Nullable String value, Enum<?>[] known) {
        boolean isKnown = Arrays.stream(known).anyMatch(one -> one.name().equals(value));
        require(isKnown, "%s: '%s' is none of %s", field, value, Arrays.toString(known));
    }

    private void require(boolean sound, String mistake, @Nullable Object... values) {
        if (!sound) {
            mistakes.add(mistake.formatted(values));
        }
    }
}
