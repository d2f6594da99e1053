package stratum.console;

import static stratum.schemas.Topics.CLOCK;
import static stratum.schemas.Topics.DECISIONS;
import static stratum.schemas.Topics.OFFERS;
import static stratum.schemas.Topics.TIER_SIGNALS;
import static stratum.schemas.Topics.TRANSITIONS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import stratum.console.domain.BrokerReading;
import stratum.console.domain.CustomerStory;
import stratum.console.domain.CustomerStory.DecisionStory;
import stratum.console.domain.CustomerStory.Distance;
import stratum.console.domain.CustomerStory.StageStory;
import stratum.console.domain.CustomerStory.TierStory;
import stratum.console.domain.CustomerStory.Told;
import stratum.console.domain.DeadLetter;
import stratum.console.domain.Distribution;
import stratum.console.domain.GroupReading;
import stratum.console.domain.Health.Answer;
import stratum.console.domain.Heard;
import stratum.console.domain.News;
import stratum.console.domain.ServicesReading;
import stratum.console.domain.Span;
import stratum.console.domain.TopicReading;
import stratum.console.domain.Words;
import stratum.console.usecase.Brokers;
import stratum.console.usecase.Customers;
import stratum.console.usecase.Decisions;
import stratum.schemas.Topic;
import stratum.schemas.Topics;

/** A made-up bank in the middle of a replay; every look finds it a little further on. */
final class SampleBank implements Brokers, Decisions, Customers {

    private static final Instant DAY = Instant.parse("1997-03-14T23:59:59.999Z");

    private long looks;

    @Override
    public BrokerReading read() {
        looks++;
        return new BrokerReading(
                Instant.now(),
                Topics.catalogue().stream()
                        .filter(topic -> !topic.name().contains("fx-rates"))
                        .map(this::topic)
                        .toList(),
                List.of(group("scoring", 900 + wave(700)), group("lifecycle", 350), group("campaign", 40)));
    }

    private long wave(long height) {
        return Math.round(height * (1 + Math.sin(looks / 4.0)));
    }

    private TopicReading topic(Topic topic) {
        long size = size(topic);
        return new TopicReading(topic.name(), spans(size), size * 96);
    }

    private long size(Topic topic) {
        return switch (topic.name()) {
            case Topics.TRANSACTIONS -> 812_000 + looks * 23_000 + wave(4_000);
            case Topics.INTERACTIONS -> 96_000 + looks * 2_100;
            case Topics.HOLDINGS -> 14_200 + looks * 80;
            case Topics.CUSTOMERS -> 5_369;
            case CLOCK -> 1_530 + looks * 8;
            case Topics.SCORES -> 214_000 + looks * 1_900;
            case TIER_SIGNALS -> 31_400 + looks * 230;
            case TRANSITIONS -> 22_900 + looks * 130;
            case OFFERS -> 4_210 + looks * 6;
            case DECISIONS -> 18_240 + looks * 51;
            case Topics.SCORING_DEAD_LETTERS -> 5;
            default -> topic.carriesRawRecords() ? 0 : 120;
        };
    }

    private static Map<Integer, Span> spans(long size) {
        return IntStream.range(0, 4).boxed().collect(Collectors.toMap(p -> p, p -> new Span(0, size / 4)));
    }

    private GroupReading group(String name, long behind) {
        List<String> reads = name.equals("campaign")
                ? List.of(TIER_SIGNALS, TRANSITIONS, Topics.SCORES, Topics.STAGES)
                : Topics.facts();
        return new GroupReading(
                name, 2, reads.stream().collect(Collectors.toMap(topic -> topic, topic -> committed(topic, behind))));
    }

    private Map<Integer, Long> committed(String topic, long behind) {
        long end = size(Topics.named(topic)) / 4;
        return IntStream.range(0, 4).boxed().collect(Collectors.toMap(p -> p, p -> Math.max(0, end - behind)));
    }

    @Override
    public Heard heard() {
        return new Heard(
                List.of(
                        signal(
                                "berka-2451",
                                "UPGRADED",
                                "CORE",
                                "VIP",
                                742,
                                "The average balance over 90 days passed 500,000.",
                                "90 天日均余额超过 500,000。"),
                        signal(
                                "berka-118",
                                "WATCH_STARTED",
                                "VIP",
                                "VIP",
                                611,
                                "The average balance over 90 days is under the floor of this tier.",
                                "90 天日均余额低于本层下限。"),
                        signal("berka-4017", "ASSIGNED", null, "MASS", 204, "First evaluation.", "首次评估。"),
                        signal(
                                "berka-903",
                                "DOWNGRADED",
                                "CORE",
                                "MASS",
                                287,
                                "The watch of 60 days ended without recovery.",
                                "60 天观察期满，未见好转。"),
                        signal(
                                "berka-77",
                                "WATCH_ENDED",
                                "CORE",
                                "CORE",
                                480,
                                "Score and gates hold again.",
                                "评分与条件重新满足。"),
                        signal(
                                "berka-3120",
                                "UPGRADED",
                                "VIP",
                                "PRIVATE",
                                903,
                                "The average balance over 90 days passed 5,000,000.",
                                "90 天日均余额超过 5,000,000。"),
                        signal("berka-2002", "ASSIGNED", null, "CORE", 455, "First evaluation.", "首次评估。")),
                List.of(
                        transition("berka-901", "GROWTH", "AT_RISK", 65, "BALANCE_OUTFLOW", "INACTIVITY"),
                        transition("berka-5012", "ACQUISITION", "GROWTH", 0),
                        transition("berka-4017", null, "ACQUISITION", 0),
                        transition("berka-350", "AT_RISK", "CHURNED", 90, "SILENT"),
                        transition("berka-1200", "CHURNED", "GROWTH", 10, "WON_BACK"),
                        transition("berka-2451", "GROWTH", "MATURITY", 5)),
                List.of(
                        offer(
                                "berka-901",
                                "retention",
                                "AT_RISK",
                                "RM_CALL",
                                120_000,
                                "Balance fell by half within 90 days.",
                                "90 天内余额下降过半。"),
                        offer(
                                "berka-4017",
                                "welcome",
                                "ACQUISITION",
                                "PUSH",
                                40_000,
                                "New customer without a card.",
                                "新客户，尚无银行卡。"),
                        offer(
                                "berka-2451",
                                "new-tier-benefits",
                                "UPGRADED",
                                "EMAIL",
                                250_000,
                                "Has just become a VIP customer.",
                                "刚升级为贵宾客户。")),
                List.of(
                        withheld(
                                "berka-118",
                                "WATCH_STARTED",
                                "new-tier-benefits",
                                "CONSENT",
                                "No consent for marketing by SMS."),
                        withheld("berka-350", "CHURNED", "retention", "CONTROL", null),
                        withheld(
                                "berka-77",
                                "WATCH_ENDED",
                                "new-tier-benefits",
                                "FREQUENCY",
                                "4 contacts in the last 30 days."),
                        new News.Withheld("berka-5012", at(6), "GROWTH", List.of())),
                List.of(
                        dead(
                                "UNREADABLE",
                                "It starts with 0x7b and not with the zero byte.",
                                Topics.TRANSACTIONS,
                                2,
                                51_233),
                        dead(
                                "INVALID",
                                "amountMinor is -1200 and must not be negative.",
                                Topics.TRANSACTIONS,
                                0,
                                50_871),
                        dead("ABSURD_DATE", "occurredAt is 9999-12-31.", Topics.INTERACTIONS, 3, 7_004)),
                true,
                true,
                Map.of(
                        TIER_SIGNALS,
                        Map.of(
                                "ASSIGNED",
                                4_500L,
                                "UPGRADED",
                                1_204 + looks * 14,
                                "DOWNGRADED",
                                611 + looks * 5,
                                "WATCH_STARTED",
                                902L,
                                "WATCH_ENDED",
                                288L),
                        TRANSITIONS,
                        Map.of(
                                "ACQUISITION",
                                4_500L,
                                "GROWTH",
                                4_127 + looks * 9,
                                "AT_RISK",
                                988 + looks * 3,
                                "CHURNED",
                                214L,
                                "MATURITY",
                                1_902L),
                        OFFERS,
                        Map.of("welcome", 2_870L + looks, "new-tier-benefits", 940L + looks, "retention", 400L + looks),
                        DECISIONS,
                        Map.of("CONSENT", 3_210L, "CONTROL", 1_790L, "FREQUENCY", 2_004 + looks * 4, "CONDITION", 980L),
                        Topics.SCORING_DEAD_LETTERS,
                        Map.of("UNREADABLE", 2L, "INVALID", 2L, "ABSURD_DATE", 1L)),
                Map.of(
                        CLOCK,
                        DAY.plus(Duration.ofDays(looks)),
                        TIER_SIGNALS,
                        DAY.plus(Duration.ofDays(looks - 2)),
                        TRANSITIONS,
                        DAY.plus(Duration.ofDays(looks - 1))),
                Map.of(TIER_SIGNALS, 904_000 + looks * 25_000, TRANSITIONS, 909_000 + looks * 25_000));
    }

    private Instant at(int daysAgo) {
        return DAY.plus(Duration.ofDays(looks - daysAgo));
    }

    private static Words words(String english, String chinese) {
        return new Words("CODE", Map.of("en", english, "zh-CN", chinese));
    }

    private News.Signal signal(
            String customer,
            String kind,
            @Nullable String from,
            String tier,
            int score,
            String english,
            String chinese) {
        LocalDate demotion = kind.equals("WATCH_STARTED") ? LocalDate.parse("1997-05-14") : null;
        return new News.Signal(customer, at(1), kind, from, tier, score, demotion, List.of(words(english, chinese)));
    }

    private News.Transition transition(String customer, @Nullable String from, String to, int risk, String... causes) {
        return new News.Transition(customer, at(2), from, to, List.of(causes), risk, 0.41);
    }

    private News.Offer offer(
            String customer,
            String campaign,
            String occasion,
            String channel,
            long worth,
            String english,
            String chinese) {
        return new News.Offer(
                customer,
                at(2),
                campaign,
                "CODE",
                occasion,
                channel,
                worth,
                "CZK",
                words(english, chinese),
                List.of(words(english, chinese)));
    }

    private News.Withheld withheld(
            String customer, String occasion, String campaign, String reason, @Nullable String detail) {
        return new News.Withheld(customer, at(3), occasion, List.of(new News.Refusal(campaign, reason, detail)));
    }

    private DeadLetter dead(String reason, String detail, String topic, int partition, long offset) {
        return new DeadLetter("scoring", reason, detail, topic, partition, offset, "berka-12", at(9));
    }

    private static Map<String, Long> counts(Object... pairs) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            counts.put((String) pairs[i], ((Number) pairs[i + 1]).longValue());
        }
        return counts;
    }

    Mono<ServicesReading> services() {
        LocalDate asOf = LocalDate.ofInstant(at(2), ZoneOffset.UTC);
        return Mono.just(new ServicesReading(
                Map.of(
                        "registry",
                        Answer.READY,
                        "customer",
                        Answer.READY,
                        "scoring",
                        Answer.READY,
                        "lifecycle",
                        Answer.READY,
                        "campaign",
                        Answer.READY),
                new Distribution(asOf, 4_500, counts("MASS", 2_871, "CORE", 1_204, "VIP", 371, "PRIVATE", 54)),
                new Distribution(
                        asOf,
                        5_369,
                        counts(
                                "PROSPECT",
                                869,
                                "ACQUISITION",
                                412,
                                "GROWTH",
                                2_018,
                                "MATURITY",
                                1_490,
                                "AT_RISK",
                                366,
                                "CHURNED",
                                214)),
                at(3)));
    }

    @Override
    public Mono<CustomerStory> story(String customer) {
        if (customer.equals("nobody")) {
            return Mono.just(new CustomerStory(customer, Told.unknown(), Told.unknown(), Told.nothing()));
        }
        return Mono.just(new CustomerStory(customer, Told.of(tier()), Told.of(stage()), Told.of(decisions())));
    }

    private static TierStory tier() {
        Map<String, Double> points = new LinkedHashMap<>();
        points.put("value", 81.5);
        points.put("contribution", 44.0);
        points.put("activity", 62.0);
        points.put("breadth", 75.0);
        points.put("loyalty", 58.0);
        Map<String, Object> features = new LinkedHashMap<>();
        features.put("balance", 41_233_050L);
        features.put("avgBalance90d", 48_120_700L);
        features.put("txnCount90d", 37L);
        features.put("activeDays90d", 22L);
        features.put("productCount", 3L);
        features.put("tenureDays", 1_402L);
        features.put("mainBank", true);
        return new TierStory(
                LocalDate.parse("1997-03-14"),
                "VIP",
                "CORE",
                611,
                LocalDate.parse("1997-03-01"),
                LocalDate.parse("1997-04-30"),
                points,
                List.of(
                        words("The average balance over 90 days is under the floor of this tier.", "90 天日均余额低于本层下限。"),
                        words("Three products and a salary keep the score high.", "持有三种产品并代发工资，评分较高。")),
                List.of(
                        new Distance("avgBalance90d", 48_120_700L, 500_000_000L, 451_879_300L),
                        new Distance("score", 611, 850, 239)),
                List.of(new Distance("avgBalance90d", 48_120_700L, 50_000_000L, 1_879_300L)),
                features);
    }

    private static StageStory stage() {
        Map<String, Double> expected = new LinkedHashMap<>();
        expected.put("30", 11.4);
        expected.put("90", 33.0);
        expected.put("365", 120.7);
        return new StageStory(
                LocalDate.parse("1997-03-14"),
                "AT_RISK",
                LocalDate.parse("1997-03-02"),
                "MATURITY",
                65,
                List.of("BALANCE_OUTFLOW", "INACTIVITY"),
                0.41,
                expected,
                LocalDate.parse("1997-04-02"));
    }

    private static List<DecisionStory> decisions() {
        return List.of(
                new DecisionStory(
                        Instant.parse("1997-03-02T23:59:59Z"),
                        "AT_RISK",
                        "retention",
                        words(
                                "Dear customer, your manager would like to talk with you about your savings.",
                                "尊敬的客户，您的客户经理想与您聊聊您的储蓄计划。"),
                        List.of(words("Balance fell by half within 90 days.", "90 天内余额下降过半。")),
                        List.of(new News.Refusal("new-tier-benefits", "OUTRANKED", null))),
                new DecisionStory(
                        Instant.parse("1997-01-12T23:59:59Z"),
                        "WATCH_STARTED",
                        null,
                        null,
                        List.of(),
                        List.of(new News.Refusal("new-tier-benefits", "CONSENT", "No consent for marketing by SMS."))));
    }
}
