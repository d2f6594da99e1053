package stratum.campaign.usecase;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Channel;
import stratum.campaign.domain.ContactPolicy;
import stratum.campaign.domain.ContactPolicy.Cap;
import stratum.campaign.domain.ControlShare;
import stratum.campaign.domain.QuietHours;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.InvalidInput.Mistake;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes a contact policy of its document, or says everything that is wrong with it. */
public final class ContactPolicyReader {

    /** The policy in force where the bank has set none; {@link ContactPolicy#STANDARD} as a document. */
    public static final String STANDARD = """
            {"caps": [{"most": 4, "days": 30}, {"channel": "SMS", "most": 1, "days": 7},
                      {"channel": "PUSH", "most": 2, "days": 7}, {"channel": "RM_CALL", "most": 1, "days": 30}],
             "quietHours": {"from": "21:00", "until": "08:00"}, "afterDeclinedDays": 90, "afterAcceptedDays": 180,
             "universalControl": {"share": 0.02, "salt": "everybody"}, "effectiveFrom": "1970-01-01T00:00:00Z"}
            """;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final int LONGEST_PEACE_DAYS = 730;

    /** As people write it. */
    private record Document(
            @Nullable List<CapPart> caps,
            @Nullable QuietPart quietHours,
            int afterDeclinedDays,
            int afterAcceptedDays,
            @Nullable ControlPart universalControl,
            @Nullable Instant effectiveFrom) {}

    private record CapPart(@Nullable String channel, int most, int days) {}

    private record QuietPart(
            @Nullable String from, @Nullable String until) {}

    private record ControlPart(double share, @Nullable String salt) {}

    private final List<Mistake> mistakes = new ArrayList<>();

    private ContactPolicyReader() {}

    /**
     * The policy that a document states.
     *
     * @throws InvalidInput with a sentence for each mistake in it
     */
    public static ContactPolicy read(String document) {
        Document parsed;
        try {
            parsed = JSON.readValue(document, Document.class);
        } catch (JacksonException e) {
            throw new InvalidInput("", "It is no contact policy: %s.".formatted(e.getOriginalMessage()));
        }
        return new ContactPolicyReader().policy(parsed);
    }

    private ContactPolicy policy(Document document) {
        List<CapPart> caps = requireNonNullElse(document.caps(), List.<CapPart>of());
        for (int i = 0; i < caps.size(); i++) {
            cap("caps[%d]".formatted(i), caps.get(i));
        }
        LocalTime from = time(
                "quietHours.from",
                document.quietHours() == null ? null : document.quietHours().from());
        LocalTime until = time(
                "quietHours.until",
                document.quietHours() == null ? null : document.quietHours().until());
        days("afterDeclinedDays", document.afterDeclinedDays());
        days("afterAcceptedDays", document.afterAcceptedDays());
        ControlPart control = requireNonNullElse(document.universalControl(), new ControlPart(0, ""));
        require(
                control.share() >= 0 && control.share() < 1,
                "universalControl.share",
                "From 0 to below 1 is wanted, not %s.".formatted(control.share()));
        require(document.effectiveFrom() != null, "effectiveFrom", "It is missing.");
        if (!mistakes.isEmpty()) {
            throw new InvalidInput(mistakes);
        }
        return new ContactPolicy(
                caps.stream().map(ContactPolicyReader::cap).toList(),
                new QuietHours(from, until),
                Duration.ofDays(document.afterDeclinedDays()),
                Duration.ofDays(document.afterAcceptedDays()),
                new ControlShare(control.share(), requireNonNullElse(control.salt(), "")),
                requireNonNull(document.effectiveFrom()));
    }

    private void cap(String field, CapPart cap) {
        require(
                cap.channel() == null
                        || Arrays.stream(Channel.values())
                                .anyMatch(one -> one.name().equals(cap.channel())),
                field + ".channel",
                "'%s' is none of %s; all together where none is named."
                        .formatted(cap.channel(), Arrays.toString(Channel.values())));
        require(cap.most() >= 0, field + ".most", "%d is below 0.".formatted(cap.most()));
        long longest = ContactPolicy.LONGEST_WINDOW.toDays();
        require(
                cap.days() >= 1 && cap.days() <= longest,
                field + ".days",
                "From 1 to %d is wanted, not %d.".formatted(longest, cap.days()));
    }

    private void days(String field, int days) {
        require(
                days >= 0 && days <= LONGEST_PEACE_DAYS,
                field,
                "From 0 to %d is wanted, not %d.".formatted(LONGEST_PEACE_DAYS, days));
    }

    private LocalTime time(String field, @Nullable String text) {
        try {
            return LocalTime.parse(requireNonNullElse(text, ""));
        } catch (DateTimeException e) {
            mistakes.add(
                    new Mistake(field, "A time of day is wanted such as 21:00; the same twice for no quiet hours."));
            return LocalTime.MIDNIGHT;
        }
    }

    private void require(boolean sound, String field, String sentence) {
        if (!sound) {
            mistakes.add(new Mistake(field, sentence));
        }
    }

    private static Cap cap(CapPart part) {
        return new Cap(
                part.channel() == null ? null : Channel.valueOf(part.channel()),
                part.most(),
                Duration.ofDays(part.days()));
    }
}
