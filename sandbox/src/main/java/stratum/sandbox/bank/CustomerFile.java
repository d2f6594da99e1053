package stratum.sandbox.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.events.Channel;
import stratum.events.Consent;
import stratum.events.ContactPurpose;
import stratum.events.CustomerKind;
import stratum.events.CustomerProfiled;
import stratum.events.Link;
import stratum.events.LinkKind;

/** What the bank has on file about one customer, drawn once; only the consents change later. */
final class CustomerFile {

    private static final List<Channel> CHANNELS = List.of(Channel.PUSH, Channel.SMS, Channel.EMAIL, Channel.RM_CALL);
    private static final double[] MARKETING_ALLOWED = {0.65, 0.5, 0.55, 0.35};
    private static final double SERVICE_ALLOWED = 0.95;
    private static final int BRANCHES = 12;

    private final String customerId;
    private final Persona persona;
    private final String incomeBand;
    private final LocalDate born;
    private final String sex;
    private final String appetite;
    private final String language;
    private final boolean vulnerable;
    private final String branch;
    private final @Nullable String referrer;
    private final List<Link> links;
    private final boolean[] allowed = new boolean[2 * CHANNELS.size()];
    private final Instant[] givenAt = new Instant[2 * CHANNELS.size()];

    CustomerFile(int number, Truth truth, Means means, Dice dice) {
        customerId = truth.customerId();
        persona = truth.persona();
        incomeBand = incomeBand(means.income());
        born = born(persona, truth.joinedOn(), dice);
        sex = dice.chance(0.5) ? "F" : "M";
        appetite = "C" + appetite(persona, dice);
        language = dice.chance(0.6) ? "en" : "zh-CN";
        vulnerable = dice.chance(persona == Persona.PENSIONER ? 0.06 : 0.015);
        branch = "branch-%02d".formatted(dice.between(1, BRANCHES));
        referrer = number > 0 && dice.chance(0.05) ? SimulatedBank.customerId(dice.below(number)) : null;
        links = number % 2 == 1 && dice.chance(0.15)
                ? List.of(new Link(LinkKind.HOUSEHOLD, SimulatedBank.customerId(number - 1)))
                : List.of();
        Instant asked = truth.joinedOn().atStartOfDay(SimulatedBank.ZONE).toInstant();
        for (int i = 0; i < allowed.length; i++) {
            double share = i < CHANNELS.size() ? MARKETING_ALLOWED[i] : SERVICE_ALLOWED;
            allowed[i] = dice.chance(share);
            givenAt[i] = asked;
        }
    }

    String branch() {
        return branch;
    }

    /** The customer thinks again about marketing on one channel. */
    void reconsider(Dice dice, Instant at) {
        int changed = dice.below(CHANNELS.size());
        allowed[changed] = !allowed[changed];
        givenAt[changed] = at;
    }

    CustomerProfiled profiled(String eventId, Instant at) {
        return CustomerProfiled.newBuilder()
                .setEventId(eventId)
                .setCustomerId(customerId)
                .setOccurredAt(at)
                .setKind(CustomerKind.PERSONAL)
                .setBirthDate(born)
                .setSex(sex)
                .setOccupation(occupation())
                .setIncomeBand(incomeBand)
                .setRiskAppetite(appetite)
                .setBranch(branch)
                .setReferrer(referrer)
                .setLinks(links)
                .setConsents(consents())
                .setLanguage(language)
                .setVulnerable(vulnerable)
                .build();
    }

    private List<Consent> consents() {
        List<Consent> consents = new ArrayList<>();
        for (int i = 0; i < allowed.length; i++) {
            ContactPurpose purpose = i < CHANNELS.size() ? ContactPurpose.MARKETING : ContactPurpose.SERVICE;
            Channel channel = CHANNELS.get(i % CHANNELS.size());
            consents.add(new Consent(channel, purpose, allowed[i], givenAt[i], "account opening"));
        }
        return consents;
    }

    private String occupation() {
        return switch (persona) {
            case SALARIED, PROSPECT -> "EMPLOYEE";
            case STUDENT -> "STUDENT";
            case PENSIONER -> "RETIRED";
            case MERCHANT -> "SELF_EMPLOYED";
            case WEALTHY -> "EXECUTIVE";
        };
    }

    private static String incomeBand(long income) {
        long euro = income / 100;
        if (euro < 1_000) {
            return "B1";
        }
        if (euro < 2_000) {
            return "B2";
        }
        if (euro < 3_500) {
            return "B3";
        }
        return euro < 6_000 ? "B4" : "B5";
    }

    private static LocalDate born(Persona persona, LocalDate joined, Dice dice) {
        int years =
                switch (persona) {
                    case STUDENT -> dice.between(18, 26);
                    case PENSIONER -> dice.between(62, 88);
                    case WEALTHY -> dice.between(38, 76);
                    case MERCHANT -> dice.between(26, 62);
                    case SALARIED, PROSPECT -> dice.between(22, 61);
                };
        return joined.minusYears(years).minusDays(dice.between(1, 365));
    }

    private static int appetite(Persona persona, Dice dice) {
        return switch (persona) {
            case PENSIONER -> dice.between(1, 2);
            case WEALTHY -> dice.between(2, 5);
            default -> dice.between(1, 4);
        };
    }
}
