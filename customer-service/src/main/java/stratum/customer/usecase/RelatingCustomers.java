package stratum.customer.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.customer.domain.Membership;
import stratum.customer.domain.Membership.Linked;
import stratum.customer.domain.Membership.Why;
import stratum.customer.store.BankClock;
import stratum.customer.store.Outbox;
import stratum.customer.store.Relationships;
import stratum.customer.store.Relationships.LinkedCustomer;
import stratum.customer.store.Relationships.ToRelate;
import stratum.customer.store.Relationships.Valued;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.InvalidInput.Mistake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges who belongs together, and once a business day says what they hold together, to each whose relationships have
 * changed. The fact is written in the transaction that notes that it was told.
 */
@Component
public final class RelatingCustomers {

    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For people, of each reason why a link does not count; in English and Chinese. */
    private static final Map<Why, Map<String, String>> WORDS = Map.of(
            Why.SELF, words("A customer cannot be tied to itself.", "不能与自身建立关系。"),
            Why.TWO_HOUSEHOLDS,
                    words(
                            "A customer belongs to one household; the file names another before this.",
                            "客户只能属于一个家庭，不能重复归户。"),
            Why.CYCLE,
                    words(
                            "Both lead to each other; this one is the head, and only the other is tied.",
                            "双方互相指向，形成循环；以本客户为户主，仅保留对方的关系。"),
            Why.CHAIN,
                    words(
                            "The other belongs to a household itself; tie this customer to the head of that.",
                            "对方已属于其他家庭，请直接关联该家庭的户主。"),
            Why.NOT_A_PERSON, words("Only persons belong to households and companies.", "只有个人客户可以归属家庭或企业。"),
            Why.NOT_A_COMPANY, words("The other is no company.", "对方不是企业客户。"),
            Why.COUNTED_ALREADY,
                    words(
                            "The customer is counted with another company already and would count twice.",
                            "该客户已计入另一家企业，不能重复计算。"));

    private final Relationships relationships;
    private final BankClock clock;
    private final Outbox outbox;
    private final JsonMapper json;
    private final ZoneId zone;
    private final String currency;

    RelatingCustomers(
            Relationships relationships, BankClock clock, Outbox outbox, JsonMapper json, StratumSettings settings) {
        this.relationships = relationships;
        this.clock = clock;
        this.outbox = outbox;
        this.json = json;
        this.zone = settings.zone();
        this.currency = settings.baseCurrency();
    }

    /** Why a link does not count, in words by language tag. */
    public static Map<String, String> words(String why) {
        return WORDS.getOrDefault(Why.valueOf(why), Map.of());
    }

    private static Map<String, String> words(String english, String chinese) {
        return Map.of("en", english, "zh-CN", chinese);
    }

    /**
     * Refuses a profile with links that would not count, as far as is known by now. What comes another way is judged
     * alike when it is read, and what does not count is listed with the reason.
     *
     * <p>Being tied to two companies is no mistake: it is only counted with one.
     *
     * @throws InvalidInput with a sentence for each such link
     */
    public Mono<Void> requireSound(String customerId, JsonNode profile) {
        List<Linked> links = links(profile.path("links"));
        if (links.isEmpty()) {
            return Mono.empty();
        }
        return relationships
                .draft(customerId, links)
                .collectList()
                .map(known -> mistakes(customerId, profile.path("kind").asString(""), known))
                .flatMap(mistakes ->
                        mistakes.isEmpty() ? Mono.<Void>empty() : Mono.<Void>error(new InvalidInput(mistakes)));
    }

    /** Whoever closes a circle is told so, whichever of the two would be the head. */
    private static List<Mistake> mistakes(String customerId, String kind, List<Linked> links) {
        Map<Integer, Why> wrong = new TreeMap<>();
        links.stream()
                .filter(link ->
                        customerId.equals(link.othersHousehold()) && link.kind().equals("HOUSEHOLD"))
                .forEach(link -> wrong.put(link.position(), Why.CYCLE));
        Membership.of(customerId, kind, links).refused().stream()
                .filter(refused -> refused.why() != Why.COUNTED_ALREADY)
                .forEach(refused -> wrong.put(refused.link().position(), refused.why()));
        return wrong.entrySet().stream()
                .map(each -> new Mistake(
                        "links[%d]".formatted(each.getKey()),
                        String.valueOf(words(each.getValue().name()).get("en"))))
                .toList();
    }

    /** What is no link at all, the rules of the file say. */
    private static List<Linked> links(JsonNode links) {
        List<Linked> found = new ArrayList<>();
        for (int i = 0; links.isArray() && i < links.size(); i++) {
            JsonNode link = links.get(i);
            found.add(new Linked(
                    i, link.path("kind").asString(""), link.path("customerId").asString(""), null, null));
        }
        return found;
    }

    /** What a customer belongs to, as of now, as a JSON list. */
    public Mono<JsonNode> of(String customerId) {
        return relationships.value(currency, customerId).map(valued -> json.readTree(valued.now()));
    }

    /** Works through all that is to be judged, and then values what a new business date asks for. */
    void relateAll() {
        Integer worked;
        do {
            worked = relationships.inTurn(judge()).block(PATIENCE);
        } while (worked != null && worked > 0);
        do {
            worked = relationships.inTurn(value()).block(PATIENCE);
        } while (worked != null && worked > 0);
    }

    private Mono<Integer> judge() {
        return relationships.toRelate(AT_ONCE).filter(found -> !found.isEmpty()).flatMap(found -> {
            List<String> all = found.stream().map(ToRelate::customerId).toList();
            List<String> changed = found.stream()
                    .filter(ToRelate::changed)
                    .map(ToRelate::customerId)
                    .toList();
            return relationships
                    .readLinks(changed)
                    .then(relationships.linked(all))
                    .map(RelatingCustomers::judged)
                    .flatMap(relationships::judged)
                    .then(relationships.related(all))
                    .thenReturn(all.size());
        });
    }

    private static Map<String, Membership> judged(List<LinkedCustomer> customers) {
        Map<String, Membership> judged = new LinkedHashMap<>();
        customers.forEach(customer -> judged.put(
                customer.customerId(), Membership.of(customer.customerId(), customer.kind(), customer.links())));
        return judged;
    }

    private Mono<Integer> value() {
        return clock.reached().flatMap(reached -> {
            LocalDate today = reached.atZone(zone).toLocalDate();
            return relationships
                    .day(today)
                    .then(relationships.valuedUpTo())
                    .flatMap(after -> relationships.values(currency, after, AT_ONCE))
                    .flatMap(page -> tell(page, today));
        });
    }

    /** Answers 0 with the last page. */
    private Mono<Integer> tell(List<Valued> page, LocalDate today) {
        List<Valued> news = page.stream()
                .filter(valued -> !valued.told().equals(valued.now()))
                .toList();
        boolean last = page.size() < AT_ONCE;
        return Flux.fromIterable(news)
                .concatMap(valued -> outbox.put(fact(valued, today)))
                .then(relationships.told(
                        news, last ? null : page.get(page.size() - 1).customerId()))
                .thenReturn(last ? 0 : page.size());
    }

    private String fact(Valued valued, LocalDate today) {
        Instant midnight = today.atStartOfDay(zone).toInstant();
        ObjectNode fact = json.createObjectNode()
                .put("type", "RelationshipsValued")
                .put("eventId", "%s:relationships:%s".formatted(valued.customerId(), today))
                .put("customerId", valued.customerId())
                .put("occurredAt", midnight.toString());
        fact.set("relationships", json.readTree(valued.now()));
        return fact.toString();
    }
}
