package stratum.campaign.usecase;

import static java.util.Objects.requireNonNullElse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Channel;
import stratum.campaign.domain.Objective;
import stratum.campaign.domain.OccasionKind;
import stratum.campaign.domain.OccasionNames;
import stratum.campaign.domain.Placeholders;
import stratum.campaign.domain.Schedule;
import stratum.campaign.usecase.CampaignDocument.BudgetPart;
import stratum.campaign.usecase.CampaignDocument.ChannelPart;
import stratum.campaign.usecase.CampaignDocument.ControlPart;
import stratum.campaign.usecase.CampaignDocument.GoalPart;
import stratum.campaign.usecase.CampaignDocument.MessagePart;
import stratum.campaign.usecase.CampaignDocument.OfferPart;
import stratum.campaign.usecase.CampaignDocument.PropensityPart;
import stratum.campaign.usecase.CampaignDocument.SchedulePart;
import stratum.campaign.usecase.CampaignDocument.TriggerPart;
import stratum.campaign.usecase.CampaignDocument.VariantPart;
import stratum.campaign.usecase.CampaignDocument.WordsPart;
import stratum.platform.web.InvalidInput.Mistake;

/** Everything that can be wrong with a campaign's document beside its conditions. */
final class CampaignChecks {

    /** Every campaign speaks these. */
    static final List<String> LANGUAGES = List.of("en", "zh-CN");

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_WALK_MINUTES = 24 * 60;
    private static final int LONGEST_GOAL_DAYS = 365;
    private static final int HIGHEST_RISK = 5;
    private static final double ROUNDING = 1e-9;

    private final List<Mistake> mistakes = new ArrayList<>();

    private CampaignChecks() {}

    /** Each mistake with the field that it is in. */
    static List<Mistake> of(CampaignDocument document) {
        CampaignChecks checks = new CampaignChecks();
        checks.head(document);
        checks.trigger(document.trigger());
        checks.offer(document.offer());
        checks.channels("channels", channelParts(document));
        checks.variants(document);
        checks.shares(document);
        checks.budget(document.budget());
        checks.goal(document.goal());
        return checks.mistakes;
    }

    private void head(CampaignDocument document) {
        String id = document.id();
        require(
                id != null && id.length() <= LONGEST_ID && ID.matcher(id).matches(),
                "id",
                "small letters, digits and single hyphens are wanted, 64 at most, not '%s'",
                id);
        require(document.version() >= 1, "version", "the first is 1, not %d", document.version());
        oneOf("objective", document.objective(), Objective.values());
        require(document.condition() != null, "condition", "is missing; 'true' holds for all");
        require(document.effectiveFrom() != null, "effectiveFrom", "is missing");
        require(
                document.until() == null
                        || document.effectiveFrom() == null
                        || document.until().isAfter(document.effectiveFrom()),
                "until",
                "it ends before it begins");
        Integer coolDown = document.coolDownDays();
        require(coolDown != null && coolDown >= 0, "coolDownDays", "a number from 0 is wanted, not %s", coolDown);
        everyLanguage("name", requireNonNullElse(document.name(), Map.<String, String>of()));
        everyLanguage("reason", requireNonNullElse(document.reason(), Map.<String, String>of()));
    }

    private void trigger(@Nullable TriggerPart trigger) {
        if (trigger == null) {
            mistake("trigger", "is missing");
            return;
        }
        oneOf("trigger.kind", trigger.kind(), triggers());
        if ("SCHEDULE".equals(trigger.kind())) {
            schedule(trigger.schedule());
        } else {
            names("trigger", trigger.kind(), trigger.names());
            require(trigger.schedule() == null, "trigger.schedule", "only a SCHEDULE has one");
        }
    }

    private static Enum<?>[] triggers() {
        return Arrays.stream(OccasionKind.values())
                .filter(kind -> kind != OccasionKind.HOLDING)
                .toArray(Enum<?>[]::new);
    }

    private void names(String field, @Nullable String kind, @Nullable List<String> given) {
        List<String> names = requireNonNullElse(given, List.<String>of());
        require(!names.isEmpty(), field + ".names", "none is named");
        List<String> known = Arrays.stream(OccasionKind.values())
                .filter(one -> one.name().equals(kind))
                .map(OccasionNames::of)
                .findFirst()
                .orElse(List.of());
        for (int i = 0; !known.isEmpty() && i < names.size(); i++) {
            require(
                    known.contains(names.get(i)),
                    "%s.names[%d]".formatted(field, i),
                    "'%s' is none of %s",
                    names.get(i),
                    known);
        }
    }

    private void schedule(@Nullable SchedulePart schedule) {
        if (schedule == null) {
            mistake("trigger.schedule", "is missing");
            return;
        }
        oneOf("trigger.schedule.every", schedule.every(), Schedule.Every.values());
        require(isDate(schedule.from()), "trigger.schedule.from", "a date is wanted such as 2026-01-31");
        require(isTime(schedule.at()), "trigger.schedule.at", "a time of day is wanted such as 09:00");
        Integer over = schedule.overMinutes();
        require(
                over != null && over >= 1 && over <= LONGEST_WALK_MINUTES,
                "trigger.schedule.overMinutes",
                "from 1 to %d minutes are wanted, not %s",
                LONGEST_WALK_MINUTES,
                over);
    }

    private static boolean isDate(@Nullable String text) {
        try {
            return text != null && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(@Nullable String text) {
        try {
            return text != null && LocalTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void offer(@Nullable OfferPart offer) {
        if (offer == null) {
            mistake("offer", "is missing");
            return;
        }
        require(offer.code() != null && !offer.code().isBlank(), "offer.code", "is missing");
        require(offer.valueMinor() >= 0, "offer.valueMinor", "%d is below 0", offer.valueMinor());
        require(offer.validDays() >= 1, "offer.validDays", "at least 1 is wanted, not %d", offer.validDays());
        Integer risk = offer.riskLevel();
        require(
                risk == null || (risk >= 0 && risk <= HIGHEST_RISK),
                "offer.riskLevel",
                "from 0 (nothing can be lost) to 5 is wanted, not %s",
                risk);
    }

    private void channels(String field, List<ChannelPart> parts) {
        require(!parts.isEmpty(), field, "none is named");
        for (int i = 0; i < parts.size(); i++) {
            oneOf("%s[%d].channel".formatted(field, i), parts.get(i).channel(), Channel.values());
        }
    }

    private static List<ChannelPart> channelParts(CampaignDocument document) {
        return requireNonNullElse(document.channels(), List.<ChannelPart>of());
    }

    private void variants(CampaignDocument document) {
        Set<String> channels = channelParts(document).stream()
                .map(part -> String.valueOf(part.channel()))
                .collect(Collectors.toSet());
        List<VariantPart> variants = requireNonNullElse(document.variants(), List.<VariantPart>of());
        if (variants.isEmpty()) {
            messages("messages", document.messages(), channels);
            return;
        }
        require(document.messages() == null, "messages", "each variant has its own; there are none beside them");
        Set<String> names = new HashSet<>();
        double shares = 0;
        for (int i = 0; i < variants.size(); i++) {
            VariantPart variant = variants.get(i);
            String field = "variants[%d]".formatted(i);
            String name = requireNonNullElse(variant.name(), "");
            require(!name.isBlank() && names.add(name), field + ".name", "a name of its own is wanted, not '%s'", name);
            require(
                    variant.share() > 0 && variant.share() <= 1,
                    field + ".share",
                    "above 0 and up to 1 is wanted, not %s",
                    variant.share());
            shares += variant.share();
            messages(field + ".messages", variant.messages(), channels);
        }
        require(Math.abs(shares - 1) < ROUNDING, "variants", "the shares add up to %s and not to 1", shares);
    }

    private void messages(String field, @Nullable List<MessagePart> given, Set<String> channels) {
        List<MessagePart> messages = requireNonNullElse(given, List.<MessagePart>of());
        for (int i = 0; i < messages.size(); i++) {
            message("%s[%d]".formatted(field, i), messages.get(i));
        }
        for (String channel : channels) {
            boolean spoken = messages.stream()
                    .anyMatch(part -> isEmpty(part.about()) && channelsOf(part).contains(channel));
            require(spoken, field, "there is none for %s that is about anything", channel);
        }
    }

    private void message(String field, MessagePart part) {
        List<String> channels = channelsOf(part);
        require(!channels.isEmpty(), field + ".channels", "none is named");
        for (int i = 0; i < channels.size(); i++) {
            oneOf("%s.channels[%d]".formatted(field, i), channels.get(i), Channel.values());
        }
        Map<String, WordsPart> words = requireNonNullElse(part.words(), Map.<String, WordsPart>of());
        LANGUAGES.forEach(language -> require(words.containsKey(language), field + ".words", "lacks %s", language));
        words.forEach((language, said) -> words("%s.words.%s".formatted(field, language), said));
    }

    private void words(String field, WordsPart words) {
        String text = words.text();
        require(text != null && !text.isBlank(), field + ".text", "is missing");
        placeholders(field + ".text", requireNonNullElse(text, ""));
        placeholders(field + ".title", requireNonNullElse(words.title(), ""));
    }

    private void everyLanguage(String field, Map<String, String> texts) {
        LANGUAGES.forEach(language -> require(texts.containsKey(language), field, "lacks %s", language));
        texts.forEach((language, text) -> placeholders("%s.%s".formatted(field, language), text));
    }

    private void placeholders(String field, String text) {
        Placeholders.unknownIn(text)
                .forEach(name -> mistake(
                        field,
                        "nothing is known to put in place of {%s}; known are %s".formatted(name, Placeholders.KNOWN)));
    }

    private void shares(CampaignDocument document) {
        PropensityPart propensity = document.propensity();
        require(
                propensity != null && propensity.accepts() > 0 && propensity.contacts() >= propensity.accepts(),
                "propensity",
                "accepts above 0 and no more than contacts are wanted");
        ControlPart control = document.control();
        require(
                control == null || (control.share() >= 0 && control.share() < 1),
                "control.share",
                "from 0 to below 1 is wanted");
        Double lever = document.lever();
        require(lever == null || lever > 0, "lever", "above 0 is wanted, not %s", lever);
    }

    private void budget(@Nullable BudgetPart budget) {
        if (budget != null) {
            require(budget.total() == null || budget.total() >= 0, "budget.total", "%s is below 0", budget.total());
            require(budget.perDay() == null || budget.perDay() >= 0, "budget.perDay", "%s is below 0", budget.perDay());
        }
    }

    private void goal(@Nullable GoalPart goal) {
        if (goal == null) {
            return;
        }
        Enum<?>[] kinds = Arrays.stream(OccasionKind.values())
                .filter(kind -> kind != OccasionKind.SCHEDULE)
                .toArray(Enum<?>[]::new);
        oneOf("goal.kind", goal.kind(), kinds);
        names("goal", goal.kind(), goal.names());
        require(
                goal.withinDays() >= 1 && goal.withinDays() <= LONGEST_GOAL_DAYS,
                "goal.withinDays",
                "from 1 to %d is wanted, not %d",
                LONGEST_GOAL_DAYS,
                goal.withinDays());
    }

    private static List<String> channelsOf(MessagePart part) {
        return requireNonNullElse(part.channels(), List.<String>of());
    }

    private static boolean isEmpty(@Nullable List<String> list) {
        return list == null || list.isEmpty();
    }

    private void oneOf(String field, @Nullable String value, Enum<?>[] known) {
        boolean isKnown = Arrays.stream(known).anyMatch(one -> one.name().equals(value));
        require(isKnown, field, "'%s' is none of %s", value, Arrays.toString(known));
    }

    private void require(boolean sound, String field, String mistake, @Nullable Object... values) {
        if (!sound) {
            mistake(field, mistake.formatted(values));
        }
    }

    private void mistake(String field, String message) {
        mistakes.add(new Mistake(field, message));
    }
}
