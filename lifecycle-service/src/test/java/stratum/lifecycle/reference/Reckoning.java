package stratum.lifecycle.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.CustomerProfiled;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Initiator;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;

/** The features of one customer, each worked out anew from all facts. */
public final class Reckoning {

    /** Of facts of the same moment a transaction is later than a holding, and else the one with the greater id. */
    private static final Comparator<SpecificRecord> LATER = Comparator.comparing(Reckoning::momentOf)
            .thenComparing(Reckoning::rankOf)
            .thenComparing(Reckoning::idOf);

    private final List<SpecificRecord> facts;
    private final List<LocalDate> tooLate;
    private final Map<LocalDate, Long> balances = new HashMap<>();
    private @Nullable TreeSet<LocalDate> activeDays;
    private @Nullable TreeSet<LocalDate> incomeDays;
    private @Nullable Map<String, TreeMap<LocalDate, SpecificRecord>> lastSaid;

    Reckoning(List<SpecificRecord> facts, List<LocalDate> tooLate) {
        this.facts = facts;
        this.tooLate = tooLate;
    }

    static Instant momentOf(SpecificRecord fact) {
        return (Instant) fact.get(fact.getSchema().getField("occurredAt").pos());
    }

    static String idOf(SpecificRecord fact) {
        return (String) fact.get(fact.getSchema().getField("eventId").pos());
    }

    static int rankOf(SpecificRecord fact) {
        return List.of("CustomerProfiled", "HoldingChanged", "TransactionPosted", "InteractionRecorded")
                .indexOf(fact.getSchema().getName());
    }

    static LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    static boolean startsRelationship(SpecificRecord fact) {
        return fact instanceof TransactionPosted
                || (fact instanceof HoldingChanged holding && holding.getStatus() == HoldingStatus.OPENED);
    }

    private Stream<TransactionPosted> transactions() {
        return facts.stream().filter(TransactionPosted.class::isInstance).map(TransactionPosted.class::cast);
    }

    private Stream<InteractionRecorded> contacts() {
        return facts.stream().filter(InteractionRecorded.class::isInstance).map(InteractionRecorded.class::cast);
    }

    /** That of the latest customer file. */
    @Nullable LocalDate birth() {
        return facts.stream()
                .filter(CustomerProfiled.class::isInstance)
                .map(CustomerProfiled.class::cast)
                .max(Comparator.comparing(CustomerProfiled::getOccurredAt))
                .map(CustomerProfiled::getBirthDate)
                .orElse(null);
    }

    /** Open wealth products that mature, by account. */
    Map<String, LocalDate> maturing() {
        Map<String, LocalDate> maturing = new TreeMap<>();
        open().filter(holding -> holding.getFamily() == ProductFamily.WEALTH)
                .forEach(holding -> facts.stream()
                        .filter(HoldingChanged.class::isInstance)
                        .map(HoldingChanged.class::cast)
                        .filter(fact -> fact.getAccountId().equals(holding.getAccountId()))
                        .filter(fact -> fact.getMaturesOn() != null)
                        .max(Comparator.comparing(HoldingChanged::getOccurredAt)
                                .thenComparing(HoldingChanged::getMaturesOn))
                        .ifPresent(fact -> maturing.put(fact.getAccountId(), fact.getMaturesOn())));
        return maturing;
    }

    boolean hasProfile() {
        return facts.stream().anyMatch(CustomerProfiled.class::isInstance);
    }

    @Nullable LocalDate relationshipStart() {
        return Stream.concat(
                        tooLate.stream(),
                        facts.stream().filter(Reckoning::startsRelationship).map(fact -> dateOf(momentOf(fact))))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The day on which a transaction counts, and whether it counts or takes back. */
    private static LocalDate countsOn(TransactionPosted transaction) {
        return dateOf(
                transaction.getReverses() == null
                        ? transaction.getOccurredAt()
                        : transaction.getReverses().getOccurredAt());
    }

    private static int sign(TransactionPosted transaction) {
        return transaction.getReverses() == null ? 1 : -1;
    }

    private static Direction direction(TransactionPosted transaction) {
        Direction own = transaction.getDirection();
        if (transaction.getReverses() == null) {
            return own;
        }
        return own == Direction.CREDIT ? Direction.DEBIT : Direction.CREDIT;
    }

    /** Distinct dates with a transaction by the customer that was not taken back. */
    Collection<LocalDate> activeDays() {
        if (activeDays == null) {
            activeDays = daysWithMore(
                    transactions().filter(transaction -> transaction.getInitiator() == Initiator.CUSTOMER));
        }
        return activeDays;
    }

    /** Whether the customer made a transaction after the moment, though it may have been taken back since. */
    boolean wasActiveAfter(Instant moment) {
        return transactions()
                .filter(transaction -> transaction.getInitiator() == Initiator.CUSTOMER)
                .filter(transaction -> transaction.getReverses() == null)
                .anyMatch(transaction -> transaction.getOccurredAt().isAfter(moment));
    }

    /** As the formula stands in the definitions. */
    public @Nullable Double pAlive(LocalDate today) {
        TreeSet<LocalDate> days = new TreeSet<>(activeDays());
        if (days.isEmpty()) {
            return null;
        }
        double x = days.size() - 1;
        double t = ChronoUnit.DAYS.between(days.first(), days.last());
        double age = ChronoUnit.DAYS.between(days.first(), today);
        double r = 3;
        double alpha = 10;
        double a = 0.5;
        double b = 460;
        return x == 0 ? 1 : 1 / (1 + a / (b + x - 1) * Math.pow((alpha + age) / (alpha + t), r + x));
    }

    /** The last transaction by the customer or contact from the customer. */
    @Nullable LocalDate lastHeardOf() {
        List<InteractionKind> byTheBank = List.of(
                InteractionKind.CALL_OUT, InteractionKind.COMPLAINT_OVERDUE, InteractionKind.COMPLAINT_RESOLVED);
        return Stream.concat(
                        activeDays().stream(),
                        contacts()
                                .filter(contact -> !byTheBank.contains(contact.getKind()))
                                .map(contact -> dateOf(contact.getOccurredAt())))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static boolean isLiability(ProductFamily family) {
        return family == ProductFamily.LOAN || family == ProductFamily.MORTGAGE;
    }

    /** What a fact says an account holds, if it says so. */
    private static @Nullable Long said(SpecificRecord fact) {
        Money money = null;
        if (fact instanceof TransactionPosted transaction && !isLiability(transaction.getProductFamily())) {
            money = transaction.getBalanceAfter();
        }
        if (fact instanceof HoldingChanged holding && !isLiability(holding.getFamily())) {
            if (holding.getStatus() == HoldingStatus.CLOSED) {
                return 0L;
            }
            money = holding.getValue();
        }
        Long inBase = money == null ? null : ForeignMoney.inBase(money, dateOf(momentOf(fact)));
        return inBase == null ? null : Math.max(0, inBase);
    }

    private static String accountOf(SpecificRecord fact) {
        return (String) fact.get(fact.getSchema().getField("accountId").pos());
    }

    /** The balance after the last fact of the date. */
    public long balance(LocalDate date) {
        return balances.computeIfAbsent(date, this::sumOfAccounts);
    }

    private long sumOfAccounts(LocalDate date) {
        long sum = 0;
        for (TreeMap<LocalDate, SpecificRecord> days : lastSaid().values()) {
            Map.Entry<LocalDate, SpecificRecord> latest = days.floorEntry(date);
            Long said = latest == null ? null : said(latest.getValue());
            sum += said == null ? 0 : said;
        }
        return sum;
    }

    /** By account and day, the last fact that says what it holds. */
    private Map<String, TreeMap<LocalDate, SpecificRecord>> lastSaid() {
        if (lastSaid == null) {
            lastSaid = new HashMap<>();
            for (SpecificRecord fact : facts) {
                if (said(fact) != null) {
                    lastSaid.computeIfAbsent(accountOf(fact), account -> new TreeMap<>())
                            .merge(
                                    dateOf(momentOf(fact)),
                                    fact,
                                    (one, other) -> LATER.compare(other, one) < 0 ? one : other);
                }
            }
        }
        return lastSaid;
    }

    /** The mean of end-of-day balances over the days that end today, those before the relationship left out. */
    public long average(int width, LocalDate today) {
        LocalDate start = relationshipStart();
        LocalDate from = today.minusDays(width - 1L);
        List<Long> days = (start != null && start.isAfter(from) ? start : from)
                .datesUntil(today.plusDays(1))
                .map(this::balance)
                .toList();
        BigDecimal sum =
                BigDecimal.valueOf(days.stream().mapToLong(Long::longValue).sum());
        return sum.divide(BigDecimal.valueOf(days.size()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** By half or more against the average of 90 days, and by 1,000.00 at least. */
    boolean balanceFellByHalf(LocalDate today) {
        long average = average(90, today);
        long balance = balance(today);
        if (average == 0 || average - balance < 100_000) {
            return false;
        }
        return BigDecimal.valueOf(balance)
                        .divide(BigDecimal.valueOf(average), 20, RoundingMode.HALF_UP)
                        .subtract(BigDecimal.ONE)
                        .setScale(6, RoundingMode.HALF_UP)
                        .compareTo(new BigDecimal("-0.5"))
                <= 0;
    }

    /** The two averages differ by at most a quarter. */
    boolean isFlat(LocalDate today) {
        long average = average(90, today);
        return 4 * Math.abs(average(30, today) - average) <= average;
    }

    /** What went to other banks in 90 days. */
    public long outflow(LocalDate today) {
        return Math.max(
                0,
                transactions()
                        .filter(transaction -> transaction.getPurpose() == Purpose.TRANSFER_OUT)
                        .filter(transaction -> transaction.getCounterpartyBank() != null)
                        .filter(transaction -> {
                            long age = ChronoUnit.DAYS.between(countsOn(transaction), today);
                            return age >= 0 && age < 90;
                        })
                        .mapToLong(transaction -> sign(transaction) * amount(transaction))
                        .sum());
    }

    /** In the base currency, by the rate of the day on which it counts; nothing where there is none. */
    static long amount(TransactionPosted transaction) {
        Long inBase = ForeignMoney.inBase(transaction.getAmount(), countsOn(transaction));
        return inBase == null ? 0 : inBase;
    }

    boolean moneyGoesToOtherBanks(LocalDate today) {
        return outflow(today) >= 100_000 && outflow(today) >= average(90, today);
    }

    private TreeSet<LocalDate> incomeDays() {
        if (incomeDays == null) {
            incomeDays = daysWithMore(transactions()
                    .filter(transaction ->
                            List.of(Purpose.SALARY, Purpose.PENSION).contains(transaction.getPurpose()))
                    .filter(transaction -> direction(transaction) == Direction.CREDIT));
        }
        return incomeDays;
    }

    /** Days on which more of these were made than taken back. */
    private static TreeSet<LocalDate> daysWithMore(Stream<TransactionPosted> transactions) {
        Map<LocalDate, Integer> counts = new HashMap<>();
        transactions.forEach(transaction -> counts.merge(countsOn(transaction), sign(transaction), Integer::sum));
        TreeSet<LocalDate> days = new TreeSet<>();
        counts.forEach((day, count) -> {
            if (count > 0) {
                days.add(day);
            }
        });
        return days;
    }

    private boolean hadIncome(YearMonth month) {
        return incomeDays().stream().map(YearMonth::from).anyMatch(month::equals);
    }

    /** It came in three months in a row, and then for 45 days (and less than 180) not any more. */
    boolean salaryStopped(LocalDate today) {
        TreeSet<LocalDate> days = incomeDays();
        if (days.isEmpty()) {
            return false;
        }
        long silence = ChronoUnit.DAYS.between(days.last(), today);
        YearMonth month = YearMonth.from(days.last());
        return silence >= 45 && silence < 180 && hadIncome(month.minusMonths(1)) && hadIncome(month.minusMonths(2));
    }

    /** Of the last three months that are over. */
    public long salaryMonths(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        return Stream.of(1, 2, 3)
                .filter(back -> hadIncome(month.minusMonths(back)))
                .count();
    }

    public boolean isMainBank(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        return salaryMonths(today) == 3
                || (standingOrders(month.minusMonths(1)) >= 3 && standingOrders(month.minusMonths(2)) >= 3);
    }

    private int standingOrders(YearMonth month) {
        return transactions()
                .filter(transaction -> transaction.getPurpose() == Purpose.STANDING_ORDER)
                .filter(transaction -> direction(transaction) == Direction.DEBIT)
                .filter(transaction -> YearMonth.from(countsOn(transaction)).equals(month))
                .mapToInt(Reckoning::sign)
                .sum();
    }

    boolean complaintIsOverdue(LocalDate today) {
        InteractionRecorded overdue = latest(InteractionKind.COMPLAINT_OVERDUE);
        InteractionRecorded resolved = latest(InteractionKind.COMPLAINT_RESOLVED);
        return overdue != null
                && (resolved == null || resolved.getOccurredAt().isBefore(overdue.getOccurredAt()))
                && ChronoUnit.DAYS.between(dateOf(overdue.getOccurredAt()), today) < 180;
    }

    boolean isDissatisfied(LocalDate today) {
        InteractionRecorded survey = latest(InteractionKind.SURVEY_ANSWERED);
        return survey != null
                && ChronoUnit.DAYS.between(dateOf(survey.getOccurredAt()), today) < 90
                && contacts()
                        .filter(contact -> contact.getKind() == InteractionKind.SURVEY_ANSWERED)
                        .filter(contact -> contact.getOccurredAt().equals(survey.getOccurredAt()))
                        .anyMatch(contact -> contact.getScore() <= 4);
    }

    private @Nullable InteractionRecorded latest(InteractionKind kind) {
        return contacts()
                .filter(contact -> contact.getKind() == kind)
                .reduce((one, other) -> other.getOccurredAt().isBefore(one.getOccurredAt()) ? one : other)
                .orElse(null);
    }

    private Collection<HoldingChanged> holdings() {
        Map<String, HoldingChanged> latest = new HashMap<>();
        for (SpecificRecord fact : facts) {
            if (fact instanceof HoldingChanged holding) {
                latest.merge(
                        holding.getAccountId(), holding, (one, other) -> LATER.compare(other, one) < 0 ? one : other);
            }
        }
        return latest.values();
    }

    private Stream<HoldingChanged> open() {
        return holdings().stream().filter(holding -> holding.getStatus() != HoldingStatus.CLOSED);
    }

    public long openHoldings() {
        return open().count();
    }

    public long openFamilies() {
        return open().map(HoldingChanged::getFamily).distinct().count();
    }

    boolean hasLoan() {
        return open().anyMatch(holding -> isLiability(holding.getFamily()));
    }

    Instant lastOpened() {
        return facts.stream()
                .filter(HoldingChanged.class::isInstance)
                .map(HoldingChanged.class::cast)
                .filter(holding -> holding.getStatus() == HoldingStatus.OPENED)
                .map(HoldingChanged::getOccurredAt)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** Of all products, or of deposits and wealth only. */
    @Nullable LocalDate lastClosed(boolean mainOnly) {
        return holdings().stream()
                .filter(holding -> holding.getStatus() == HoldingStatus.CLOSED)
                .filter(holding -> !mainOnly
                        || holding.getFamily() == ProductFamily.DEPOSIT
                        || holding.getFamily() == ProductFamily.WEALTH)
                .map(holding -> dateOf(holding.getOccurredAt()))
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
