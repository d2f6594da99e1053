package stratum.campaign.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Campaigns, customers and occasions to decide on. */
public final class Sample {

    public static final Instant NOON = Instant.parse("1995-03-06T12:00:00Z");
    public static final Words WORDS = new Words(Map.of("VIP", Map.of("en", "VIP", "zh-CN", "贵宾")), Map.of());

    private static final ControlShare NOBODY = new ControlShare(0, "");

    private Sample() {}

    /** What few campaigns have. */
    record More(
            Trigger trigger,
            String code,
            int riskLevel,
            boolean isCredit,
            List<Variant> variants,
            Budget budget,
            @Nullable Goal goal) {

        static final More NONE = new More(
                Trigger.of(OccasionKind.TIER_SIGNAL, Set.of("UPGRADED")),
                "CODE",
                0,
                false,
                List.of(),
                Budget.NONE,
                null);
    }

    /** A campaign in the making. */
    public record Draft(
            String id,
            Objective objective,
            Condition condition,
            long value,
            double lever,
            ControlShare control,
            Duration coolDown,
            List<ChannelChoice> channels,
            More more) {

        public static Draft of(String id) {
            return new Draft(
                    id,
                    Objective.UP_SELL,
                    subject -> true,
                    1_000,
                    1,
                    NOBODY,
                    Duration.ofDays(30),
                    List.of(new ChannelChoice(Channel.PUSH, Set.of()), new ChannelChoice(Channel.SMS, Set.of())),
                    More.NONE);
        }

        public Draft objective(Objective other) {
            return new Draft(id, other, condition, value, lever, control, coolDown, channels, more);
        }

        public Draft condition(Condition other) {
            return new Draft(id, objective, other, value, lever, control, coolDown, channels, more);
        }

        public Draft worth(long other) {
            return new Draft(id, objective, condition, other, lever, control, coolDown, channels, more);
        }

        public Draft lever(double other) {
            return new Draft(id, objective, condition, value, other, control, coolDown, channels, more);
        }

        public Draft control(double share) {
            return new Draft(
                    id, objective, condition, value, lever, new ControlShare(share, "salt"), coolDown, channels, more);
        }

        public Draft coolDown(int days) {
            return new Draft(id, objective, condition, value, lever, control, Duration.ofDays(days), channels, more);
        }

        public Draft channels(ChannelChoice... others) {
            return new Draft(id, objective, condition, value, lever, control, coolDown, List.of(others), more);
        }

        public Draft trigger(Trigger other) {
            return with(
                    new More(other, more.code, more.riskLevel, more.isCredit, more.variants, more.budget, more.goal));
        }

        public Draft code(String other) {
            return with(new More(
                    more.trigger, other, more.riskLevel, more.isCredit, more.variants, more.budget, more.goal));
        }

        public Draft risk(int other) {
            return with(new More(more.trigger, more.code, other, more.isCredit, more.variants, more.budget, more.goal));
        }

        public Draft credit() {
            return with(new More(more.trigger, more.code, more.riskLevel, true, more.variants, more.budget, more.goal));
        }

        public Draft variants(Variant... others) {
            return with(new More(
                    more.trigger, more.code, more.riskLevel, more.isCredit, List.of(others), more.budget, more.goal));
        }

        public Draft budget(@Nullable Long total, @Nullable Long perDay) {
            return with(new More(
                    more.trigger,
                    more.code,
                    more.riskLevel,
                    more.isCredit,
                    more.variants,
                    new Budget(total, perDay),
                    more.goal));
        }

        public Draft goal(Goal other) {
            return with(new More(
                    more.trigger, more.code, more.riskLevel, more.isCredit, more.variants, more.budget, other));
        }

        private Draft with(More other) {
            return new Draft(id, objective, condition, value, lever, control, coolDown, channels, other);
        }

        public Campaign build() {
            return build(1, Instant.EPOCH, null);
        }

        public Campaign build(int version, Instant from, @Nullable Instant until) {
            Message en = new Message("en", "Now {tier}", "Until {validUntil}");
            Message zh = new Message("zh-CN", "现为{tier}", "至{validUntil}");
            Wording wording =
                    new Wording(List.of(new Wording.Entry(Set.of(), Set.of(Channel.values()), List.of(en, zh))));
            return new Campaign(
                    id,
                    version,
                    objective,
                    more.trigger(),
                    condition,
                    new OfferTerms(
                            more.code(), null, null, value, Duration.ofDays(10), more.riskLevel(), more.isCredit()),
                    channels,
                    more.variants().isEmpty() ? List.of(new Variant(Variant.ONLY, 1, wording)) : more.variants(),
                    Map.of("en", "Because", "zh-CN", "因为"),
                    new Propensity(1, 10),
                    lever,
                    control,
                    more.budget(),
                    from,
                    until,
                    coolDown,
                    more.goal());
        }
    }

    public static Deciding between(Campaign... campaigns) {
        return between(Campaigns.live(List.of(campaigns)), policy(NOBODY));
    }

    public static Deciding between(Campaigns campaigns, ContactPolicy policy) {
        return new Deciding(new Deciding.Rules(
                campaigns, new ContactPolicies(List.of(policy)), Propensities.NONE, WORDS, ZoneOffset.UTC));
    }

    /** The standard policy, with this part of all customers left alone. */
    public static ContactPolicy policy(ControlShare universal) {
        ContactPolicy standard = ContactPolicy.STANDARD;
        return new ContactPolicy(
                standard.caps(),
                standard.quiet(),
                standard.afterDeclined(),
                standard.afterAccepted(),
                universal,
                Instant.MIN);
    }

    public static Deciding.When when(Instant at) {
        return new Deciding.When(dateOf(at), at);
    }

    /** A VIP in her growth who lets herself be contacted on these channels for marketing. */
    public static Customer ann(Channel... allowed) {
        return customer("ann", allowed);
    }

    public static Customer customer(String id, Channel... allowed) {
        Set<Consents.Permission> granted = Stream.of(allowed)
                .map(channel -> new Consents.Permission(channel, Purpose.MARKETING))
                .collect(Collectors.toSet());
        return Customer.unknown(id)
                .profiled(profile(new Consents(granted, Set.of()), "en"))
                .scored(new Standing("VIP", Map.of("balance", 5L), List.of()))
                .staged("GROWTH");
    }

    public static Profile profile(Consents consents, String language) {
        return new Profile(
                Instant.EPOCH,
                "PERSONAL",
                language,
                false,
                consents,
                LocalDate.of(1960, 3, 7),
                null,
                null,
                null,
                null,
                null);
    }

    public static Occasion upgraded(String id) {
        return upgraded(id, NOON);
    }

    public static Occasion upgraded(String id, Instant at) {
        return signal(id, "UPGRADED", at);
    }

    public static Occasion signal(String id, String name, Instant at) {
        return new Occasion(
                OccasionKind.TIER_SIGNAL, id, name, at, Map.of("name", name), Map.of(), List.of(name), List.of(), null);
    }

    public static Customer contacted(Customer customer, Channel channel, Duration ago) {
        return customer.with(before -> new History(
                Stream.concat(before.contacts().stream(), Stream.of(new Contact(channel, NOON.minus(ago))))
                        .toList(),
                before.offered(),
                before.declined(),
                before.accepted(),
                before.decided(),
                before.waiting(),
                before.exposures()));
    }

    public static Customer offered(Customer customer, String campaignId, Duration ago) {
        return customer.with(before -> new History(
                before.contacts(),
                Map.of(campaignId, NOON.minus(ago)),
                before.declined(),
                before.accepted(),
                before.decided(),
                before.waiting(),
                before.exposures()));
    }

    public static LocalDate dateOf(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
