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

    /** A campaign in the making. */
    public record Draft(
            String id,
            Objective objective,
            Condition condition,
            long value,
            double lever,
            ControlShare control,
            Duration coolDown,
            List<ChannelChoice> channels) {

        public static Draft of(String id) {
            return new Draft(
                    id,
                    Objective.UP_SELL,
                    subject -> true,
                    1_000,
                    1,
                    NOBODY,
                    Duration.ofDays(30),
                    List.of(new ChannelChoice(Channel.PUSH, Set.of()), new ChannelChoice(Channel.SMS, Set.of())));
        }

        public Draft objective(Objective other) {
            return new Draft(id, other, condition, value, lever, control, coolDown, channels);
        }

        public Draft condition(Condition other) {
            return new Draft(id, objective, other, value, lever, control, coolDown, channels);
        }

        public Draft worth(long other) {
            return new Draft(id, objective, condition, other, lever, control, coolDown, channels);
        }

        public Draft lever(double other) {
            return new Draft(id, objective, condition, value, other, control, coolDown, channels);
        }

        public Draft control(double share) {
            return new Draft(
                    id, objective, condition, value, lever, new ControlShare(share, "salt"), coolDown, channels);
        }

        public Draft coolDown(int days) {
            return new Draft(id, objective, condition, value, lever, control, Duration.ofDays(days), channels);
        }

        public Draft channels(ChannelChoice... others) {
            return new Draft(id, objective, condition, value, lever, control, coolDown, List.of(others));
        }

        public Campaign build() {
            return build(1, Instant.EPOCH, null);
        }

        public Campaign build(int version, Instant from, @Nullable Instant until) {
            Message en = new Message("en", "Now {tier}", "Until {validUntil}");
            Message zh = new Message("zh-CN", "现为{tier}", "至{validUntil}");
            return new Campaign(
                    id,
                    version,
                    objective,
                    new Trigger(OccasionKind.TIER_SIGNAL, Set.of("UPGRADED")),
                    condition,
                    new OfferTerms("CODE", null, null, value, Duration.ofDays(10)),
                    channels,
                    new Wording(List.of(new Wording.Entry(Set.of(), Set.of(Channel.values()), List.of(en, zh)))),
                    Map.of("en", "Because", "zh-CN", "因为"),
                    new Propensity(1, 10),
                    lever,
                    control,
                    from,
                    until,
                    coolDown);
        }
    }

    public static Deciding between(Campaign... campaigns) {
        return new Deciding(new Campaigns(List.of(campaigns)), ContactPolicy.STANDARD, NOBODY, WORDS);
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
        return new Occasion(
                OccasionKind.TIER_SIGNAL,
                id,
                "UPGRADED",
                NOON,
                Map.of("name", "UPGRADED"),
                Map.of(),
                List.of("UPGRADED"),
                List.of());
    }

    public static Customer contacted(Customer customer, Channel channel, Duration ago) {
        History before = customer.history();
        List<Contact> contacts = Stream.concat(
                        before.contacts().stream(), Stream.of(new Contact(channel, NOON.minus(ago))))
                .toList();
        return with(customer, new History(contacts, before.offered(), before.decided()));
    }

    public static Customer offered(Customer customer, String campaignId, Duration ago) {
        History before = customer.history();
        return with(customer, new History(before.contacts(), Map.of(campaignId, NOON.minus(ago)), before.decided()));
    }

    private static Customer with(Customer customer, History history) {
        return new Customer(customer.id(), customer.profile(), customer.standing(), customer.stage(), history);
    }

    public static LocalDate dateOf(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
