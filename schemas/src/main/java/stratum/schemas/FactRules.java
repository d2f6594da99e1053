package stratum.schemas;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.ClockTicked;
import stratum.events.Consent;
import stratum.events.CustomerProfiled;
import stratum.events.FxRateSet;
import stratum.events.HoldingChanged;
import stratum.events.InteractionRecorded;
import stratum.events.Link;
import stratum.events.Money;
import stratum.events.OfferOutcome;
import stratum.events.Reversed;
import stratum.events.TierOverride;
import stratum.events.TransactionPosted;

/**
 * What a fact must be to be booked, beyond being readable. Every service asks on arrival, and so does HTTP, so that a
 * fact is refused for the same reason wherever it comes in. Never throws, whatever is missing, and costs a sound fact
 * next to nothing.
 */
public final class FactRules {

    /** The customer id is absent, empty, or not of the allowed form. */
    public static final String MISSING_CUSTOMER = "MISSING_CUSTOMER";

    /** A field is missing or outside what it may say. */
    public static final String INVALID = "INVALID";

    /** A moment that no fact of a bank can have. */
    public static final String ABSURD_DATE = "ABSURD_DATE";

    /** No amount is larger, in minor units: sums of a thousand such still fit a long. */
    public static final long LARGEST_AMOUNT = 1_000_000_000_000_000L;

    /** First moment that is believed. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** From this moment on nothing is believed. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final LocalDate EARLIEST_DATE = LocalDate.of(1850, 1, 1);
    private static final LocalDate LATEST_DATE = LocalDate.of(2200, 1, 1);
    private static final int LONGEST_CUSTOMER = 64;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TIER = 64;
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_CODE = 64;
    private static final int MOST_LINKS = 1_000;
    private static final int MOST_CONSENTS = 100;
    private static final int HIGHEST_SCORE = 10;
    private static final Set<String> APPETITES = Set.of("C1", "C2", "C3", "C4", "C5");
    private static final Set<String> SEXES = Set.of("F", "M");
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final int NOWHERE = -1;
    private static final ClassValue<Places> PLACES = new ClassValue<>() {
        @Override
        protected Places computeValue(Class<?> type) {
            return Places.in(SpecificData.get().getSchema(type));
        }
    };

    private FactRules() {}

    /**
     * One rule that a fact breaks.
     *
     * @param reason MISSING_CUSTOMER, INVALID or ABSURD_DATE
     * @param field path of the field, with dots
     * @param sentence what is wrong with it, for a person
     */
    public record Violation(String reason, String field, String sentence) {}

    /** The first rule that this fact breaks; a record the rules do not know breaks none. */
    public static Optional<Violation> violation(SpecificRecord fact) {
        List<Violation> all = violations(fact);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** Every rule that this fact breaks, the customer's first. */
    public static List<Violation> violations(SpecificRecord fact) {
        Findings found = new Findings();
        if (fact instanceof TransactionPosted transaction) {
            transaction(transaction, found);
        } else if (fact instanceof InteractionRecorded interaction) {
            interaction(interaction, found);
        } else if (fact instanceof HoldingChanged holding) {
            holding(holding, found);
        } else if (fact instanceof CustomerProfiled profile) {
            profile(profile, found);
        } else if (fact instanceof OfferOutcome outcome) {
            outcome(outcome, found);
        } else if (fact instanceof FxRateSet rate) {
            rate(rate, found);
        } else if (fact instanceof ClockTicked tick) {
            found.moment("businessTime", tick.getBusinessTime());
        } else if (PLACES.get(fact.getClass()).customer() != NOWHERE) {
            found.customer(customerOf(fact));
            found.moment("occurredAt", occurredAt(fact));
        }
        return found.all();
    }

    /** The customer a record is about; none where it is about no customer or does not say. */
    public static @Nullable String customerOf(SpecificRecord record) {
        return (String) at(PLACES.get(record.getClass()).customer(), record);
    }

    /** The event time of a record; none where it has none or does not say. */
    public static @Nullable Instant occurredAt(SpecificRecord record) {
        return (Instant) at(PLACES.get(record.getClass()).time(), record);
    }

    /** The id under which a record is told from a repeat; none where a newer one simply takes its place. */
    public static @Nullable String eventIdOf(SpecificRecord record) {
        return (String) at(PLACES.get(record.getClass()).id(), record);
    }

    private static @Nullable Object at(int place, SpecificRecord record) {
        return place == NOWHERE ? null : record.get(place);
    }

    /** Where the fields that all facts share stand in one type of record. */
    private record Places(int customer, int time, int id) {

        static Places in(Schema schema) {
            return new Places(
                    first(schema, "customerId"),
                    first(schema, "occurredAt", "businessTime"),
                    first(schema, "eventId", "signalId", "transitionId", "milestoneId", "decisionId", "offerId"));
        }

        private static int first(Schema schema, String... names) {
            return Stream.of(names)
                    .map(schema::getField)
                    .filter(Objects::nonNull)
                    .mapToInt(Schema.Field::pos)
                    .findFirst()
                    .orElse(NOWHERE);
        }
    }

    /** Whether this may be the id of a customer: 1 to 64 of letters, digits, '.', '_' and '-'. */
    public static boolean isCustomerId(@Nullable String id) {
        if (id == null || id.isEmpty() || id.length() > LONGEST_CUSTOMER) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (!isAllowed(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }

    private static void transaction(TransactionPosted fact, Findings found) {
        found.head(fact.getCustomerId(), fact.getEventId(), fact.getOccurredAt());
        found.id("accountId", fact.getAccountId());
        found.present("productFamily", fact.getProductFamily());
        found.present("direction", fact.getDirection());
        found.present("purpose", fact.getPurpose());
        found.present("channel", fact.getChannel());
        found.present("initiator", fact.getInitiator());
        found.amountMoved("amount", fact.getAmount());
        if (fact.getBalanceAfter() != null) {
            found.money("balanceAfter", fact.getBalanceAfter());
        }
        found.shortText("counterpartyBank", fact.getCounterpartyBank(), LONGEST_CODE);
        if (fact.getReverses() != null) {
            reversal(fact, fact.getReverses(), found);
        }
    }

    private static void reversal(TransactionPosted fact, Reversed original, Findings found) {
        found.id("reverses.eventId", original.getEventId());
        found.moment("reverses.occurredAt", original.getOccurredAt());
        if (isAfter(original.getOccurredAt(), fact.getOccurredAt())) {
            found.invalid("reverses.occurredAt", "A transaction takes back what occurred before it, and not after it.");
        }
        found.amountMoved("reverses.amount", original.getAmount());
        if (original.getEventId() != null && original.getEventId().equals(fact.getEventId())) {
            found.invalid("reverses.eventId", "A transaction cannot take itself back.");
        }
        if (sound(original.getAmount())
                && sound(fact.getAmount())
                && !original.getAmount().getCurrency().equals(fact.getAmount().getCurrency())) {
            found.invalid("reverses.amount.currency", "A reversal has the currency of what it takes back.");
        }
    }

    private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isAfter(other);
    }

    @SuppressWarnings("NullAway") // Avro's getters do not say that a fact under construction has gaps.
    private static boolean sound(@Nullable Money money) {
        return money != null && money.getCurrency() != null;
    }

    private static void interaction(InteractionRecorded fact, Findings found) {
        found.head(fact.getCustomerId(), fact.getEventId(), fact.getOccurredAt());
        found.present("kind", fact.getKind());
        found.present("channel", fact.getChannel());
        found.shortText("staffId", fact.getStaffId(), LONGEST_CODE);
        found.shortText("reference", fact.getReference(), LONGEST_ID);
        Integer score = fact.getScore();
        if (score != null && (score < 0 || score > HIGHEST_SCORE)) {
            found.invalid("score", "A survey score is 0 to 10, not %d.".formatted(score));
        }
    }

    private static void holding(HoldingChanged fact, Findings found) {
        found.head(fact.getCustomerId(), fact.getEventId(), fact.getOccurredAt());
        found.id("accountId", fact.getAccountId());
        found.text("productCode", fact.getProductCode(), LONGEST_CODE);
        found.present("family", fact.getFamily());
        found.present("status", fact.getStatus());
        if (fact.getValue() != null) {
            found.money("value", fact.getValue());
        }
        found.date("maturesOn", fact.getMaturesOn());
    }

    private static void profile(CustomerProfiled fact, Findings found) {
        found.head(fact.getCustomerId(), fact.getEventId(), fact.getOccurredAt());
        found.present("kind", fact.getKind());
        found.text("language", fact.getLanguage(), LONGEST_CODE);
        found.shortText("occupation", fact.getOccupation(), LONGEST_CODE);
        found.shortText("incomeBand", fact.getIncomeBand(), LONGEST_CODE);
        found.shortText("branch", fact.getBranch(), LONGEST_CODE);
        found.date("birthDate", fact.getBirthDate());
        found.oneOf("sex", fact.getSex(), SEXES, "The sex is F or M, as the customer file has it.");
        found.oneOf("riskAppetite", fact.getRiskAppetite(), APPETITES, "The risk appetite is C1 to C5.");
        found.oneOf("zone", fact.getZone(), ZONES, "The zone is an IANA name such as Europe/Prague.");
        if (fact.getReferrer() != null && !isCustomerId(fact.getReferrer())) {
            found.invalid("referrer", "The referrer is a customer id.");
        }
        links(fact.getLinks(), found);
        consents(fact.getConsents(), found);
        if (fact.getTierOverride() != null) {
            tierOverride(fact.getTierOverride(), found);
        }
    }

    /** Which tiers there are, a policy says and no fact. */
    private static void tierOverride(TierOverride override, Findings found) {
        found.text("tierOverride.tier", override.getTier(), LONGEST_TIER);
        found.text("tierOverride.reason", override.getReason(), LONGEST_REASON);
        found.text("tierOverride.by", override.getBy(), LONGEST_NAME);
        found.present("tierOverride.until", override.getUntil());
        found.date("tierOverride.until", override.getUntil());
    }

    private static void links(@Nullable List<Link> links, Findings found) {
        found.atMost("links", links, MOST_LINKS);
        for (int i = 0; links != null && i < Math.min(links.size(), MOST_LINKS); i++) {
            Link link = links.get(i);
            found.present("links[" + i + "].kind", link.getKind());
            if (!isCustomerId(link.getCustomerId())) {
                found.invalid("links[" + i + "].customerId", "A link leads to a customer id.");
            }
        }
    }

    private static void consents(@Nullable List<Consent> consents, Findings found) {
        found.atMost("consents", consents, MOST_CONSENTS);
        for (int i = 0; consents != null && i < Math.min(consents.size(), MOST_CONSENTS); i++) {
            Consent consent = consents.get(i);
            found.present("consents[" + i + "].channel", consent.getChannel());
            found.present("consents[" + i + "].purpose", consent.getPurpose());
            found.moment("consents[" + i + "].givenAt", consent.getGivenAt());
            found.shortText("consents[" + i + "].source", consent.getSource(), LONGEST_REASON);
        }
    }

    private static void outcome(OfferOutcome fact, Findings found) {
        found.head(fact.getCustomerId(), fact.getEventId(), fact.getOccurredAt());
        found.id("offerId", fact.getOfferId());
        found.present("kind", fact.getKind());
    }

    private static void rate(FxRateSet fact, Findings found) {
        found.currency("currency", fact.getCurrency());
        found.present("date", fact.getDate());
        found.date("date", fact.getDate());
        BigDecimal rate = fact.getRate();
        if (rate == null || rate.signum() <= 0) {
            found.invalid("rate", "A rate is above 0.");
        }
    }

    /** What has been found wrong with one fact. */
    private static final class Findings {

        private @Nullable List<Violation> found;

        List<Violation> all() {
            return found == null ? List.of() : List.copyOf(found);
        }

        void head(@Nullable String customerId, @Nullable String eventId, @Nullable Instant occurredAt) {
            customer(customerId);
            id("eventId", eventId);
            moment("occurredAt", occurredAt);
        }

        void customer(@Nullable String id) {
            if (!isCustomerId(id)) {
                String wrong = id == null || id.isEmpty()
                        ? "It names no customer."
                        : "A customer id is 1 to 64 of letters, digits, '.', '_' and '-'.";
                add(MISSING_CUSTOMER, "customerId", wrong);
            }
        }

        void id(String field, @Nullable String id) {
            text(field, id, LONGEST_ID);
        }

        void text(String field, @Nullable String text, int longest) {
            if (text == null || text.isBlank()) {
                invalid(field, "It is missing.");
            } else {
                shortText(field, text, longest);
            }
        }

        void shortText(String field, @Nullable String text, int longest) {
            if (text != null && text.length() > longest) {
                invalid(field, "It has %d characters and may have %d.".formatted(text.length(), longest));
            }
        }

        void atMost(String field, @Nullable List<?> list, int most) {
            if (list != null && list.size() > most) {
                invalid(field, "There are %d and may be %d.".formatted(list.size(), most));
            }
        }

        void present(String field, @Nullable Object value) {
            if (value == null || "".equals(value)) {
                invalid(field, "It is missing.");
            }
        }

        void moment(String field, @Nullable Instant at) {
            if (at == null) {
                invalid(field, "It is missing.");
            } else if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
                add(ABSURD_DATE, field, "%s is not between 1900 and 2199.".formatted(readable(at)));
            }
        }

        /** A moment outside the years that can be written as a date is told in milliseconds. */
        private static String readable(Instant at) {
            long seconds = at.getEpochSecond();
            return Math.abs(seconds) < 300_000_000_000L ? DateTimeFormatter.ISO_INSTANT.format(at) : seconds + " s";
        }

        void date(String field, @Nullable LocalDate date) {
            if (date != null && (date.isBefore(EARLIEST_DATE) || !date.isBefore(LATEST_DATE))) {
                add(ABSURD_DATE, field, "%s is not between 1850 and 2199.".formatted(date));
            }
        }

        void amountMoved(String field, @Nullable Money money) {
            money(field, money);
            if (money != null && money.getAmountMinor() <= 0) {
                invalid(field + ".amountMinor", "An amount is above 0, not %d.".formatted(money.getAmountMinor()));
            }
        }

        void money(String field, @Nullable Money money) {
            if (money == null) {
                invalid(field, "It is missing.");
                return;
            }
            long amount = money.getAmountMinor();
            if (amount > LARGEST_AMOUNT || amount < -LARGEST_AMOUNT) {
                invalid(field + ".amountMinor", "%d is more than a bank moves.".formatted(amount));
            }
            if (!isCurrency(money.getCurrency())) {
                invalid(field + ".currency", "A currency is three capital letters.");
            }
        }

        void currency(String field, @Nullable String code) {
            if (!isCurrency(code)) {
                invalid(field, "A currency is three capital letters.");
            }
        }

        void oneOf(String field, @Nullable String value, Set<String> allowed, String sentence) {
            if (value != null && !allowed.contains(value)) {
                invalid(field, sentence);
            }
        }

        void invalid(String field, String sentence) {
            add(INVALID, field, sentence);
        }

        private void add(String reason, String field, String sentence) {
            if (found == null) {
                found = new ArrayList<>();
            }
            found.add(new Violation(reason, field, sentence));
        }

        private static boolean isCurrency(@Nullable String code) {
            return code != null && code.length() == 3 && isCapital(code, 0) && isCapital(code, 1) && isCapital(code, 2);
        }

        private static boolean isCapital(String code, int at) {
            return code.charAt(at) >= 'A' && code.charAt(at) <= 'Z';
        }
    }
}
