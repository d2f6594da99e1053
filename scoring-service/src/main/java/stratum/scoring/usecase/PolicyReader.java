package stratum.scoring.usecase;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.InvalidInput.Mistake;
import stratum.scoring.domain.Curve;
import stratum.scoring.domain.Feature;
import stratum.scoring.domain.Grace;
import stratum.scoring.domain.Grouping;
import stratum.scoring.domain.MarginRates;
import stratum.scoring.domain.Promotion;
import stratum.scoring.domain.ScoreCard;
import stratum.scoring.domain.Tier;
import stratum.scoring.domain.TierPolicy;
import stratum.scoring.usecase.PolicyDocument.DemotionPart;
import stratum.scoring.usecase.PolicyDocument.DimensionPart;
import stratum.scoring.usecase.PolicyDocument.RatesPart;
import stratum.scoring.usecase.PolicyDocument.RulePart;
import stratum.scoring.usecase.PolicyDocument.TermPart;
import stratum.scoring.usecase.PolicyDocument.TierPart;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes a policy of its document, or says everything that is wrong with it. */
public final class PolicyReader {

    private static final int ALL = 100;

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();
    private final CelRules rules = new CelRules();
    private final String currency;

    /** Of policies whose amounts are in a bank's base currency. */
    public PolicyReader(String currency) {
        this.currency = currency;
    }

    /**
     * The policy that a JSON document states.
     *
     * @throws InvalidInput where it states none, with a sentence for each mistake
     */
    public TierPolicy read(String document) {
        PolicyDocument policy = parse(document);
        List<Mistake> mistakes = new ArrayList<>(PolicyMistakes.in(policy, currency));
        Grouping grouping = new Grouping(
                rules("/needs", policy.needs(), mistakes),
                rules("/behaviours", policy.behaviours(), mistakes),
                rules("/customerGroups", policy.customerGroups(), mistakes));
        if (!mistakes.isEmpty()) {
            throw new InvalidInput(mistakes);
        }
        return policy(policy, grouping);
    }

    private PolicyDocument parse(String document) {
        try {
            return requireNonNullElse(
                    json.readValue(document, PolicyDocument.class),
                    new PolicyDocument(null, null, null, null, null, null, null, null, null, null, null, null, null));
        } catch (JacksonException e) {
            throw new InvalidInput(List.of(new Mistake(placeOf(e), e.getOriginalMessage() + ".")));
        }
    }

    private static String placeOf(JacksonException e) {
        if (!(e instanceof DatabindException broken) || broken.getPath().isEmpty()) {
            return "/";
        }
        StringBuilder place = new StringBuilder();
        broken.getPath()
                .forEach(step -> place.append('/')
                        .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()));
        return place.toString();
    }

    private List<Grouping.Rule> rules(String place, @Nullable List<RulePart> parts, List<Mistake> mistakes) {
        List<Grouping.Rule> compiled = new ArrayList<>();
        List<RulePart> given = requireNonNullElse(parts, List.of());
        for (int i = 0; i < given.size(); i++) {
            RulePart part = given.get(i);
            if (part.code() == null || part.when() == null) {
                continue; // said by PolicyMistakes
            }
            try {
                compiled.add(new Grouping.Rule(part.code(), rules.compile(part.when())));
            } catch (CelRules.InvalidRule e) {
                String where = "%s/%d/when".formatted(place, i);
                e.mistakes().forEach(mistake -> mistakes.add(new Mistake(where, mistake)));
            }
        }
        return compiled;
    }

    private static TierPolicy policy(PolicyDocument policy, Grouping grouping) {
        return new TierPolicy(
                requireNonNull(policy.id()),
                requireNonNull(policy.version()),
                requireNonNull(policy.effectiveFrom()),
                requireNonNull(policy.tiers()).stream()
                        .map(tier -> tier(tier, policy))
                        .toList(),
                new ScoreCard(requireNonNull(policy.scoreCard()).stream()
                        .map(PolicyReader::dimension)
                        .toList()),
                Promotion.valueOf(requireNonNull(policy.promotion())),
                rates(policy.marginRates()),
                grouping);
    }

    private static Tier tier(TierPart tier, PolicyDocument policy) {
        Map<Feature, Long> gates = new LinkedHashMap<>();
        requireNonNullElse(tier.gates(), Map.<String, BigDecimal>of())
                .forEach((name, least) -> gates.put(feature(name), number(feature(name), least)));
        return new Tier(
                requireNonNull(tier.code()),
                requireNonNullElse(tier.names(), Map.of()),
                requireNonNull(tier.minScore()),
                gates,
                requireNonNull(tier.marginPercent() == null ? policy.marginPercent() : tier.marginPercent()),
                grace(requireNonNull(tier.demotion() == null ? policy.demotion() : tier.demotion())),
                Set.copyOf(requireNonNullElse(tier.replaces(), List.of())));
    }

    private static Grace grace(DemotionPart demotion) {
        return demotion.afterDays() == null
                ? new Grace.MonthEnds(requireNonNull(demotion.afterMonthEnds()))
                : new Grace.Days(demotion.afterDays());
    }

    private static MarginRates rates(@Nullable RatesPart rates) {
        return rates == null
                ? MarginRates.NONE
                : new MarginRates(
                        requireNonNullElse(rates.deposit(), BigDecimal.ZERO),
                        requireNonNullElse(rates.loan(), BigDecimal.ZERO));
    }

    private static ScoreCard.Dimension dimension(DimensionPart dimension) {
        return new ScoreCard.Dimension(
                requireNonNull(dimension.dimension()),
                requireNonNull(dimension.weight()),
                terms(dimension).map(PolicyReader::term).toList());
    }

    /** Its terms, however it is written. */
    static Stream<TermPart> terms(DimensionPart dimension) {
        List<TermPart> terms = dimension.terms();
        return terms == null ? Stream.of(new TermPart(dimension.feature(), ALL, dimension.curve())) : terms.stream();
    }

    private static ScoreCard.Term term(TermPart term) {
        Feature feature = feature(requireNonNull(term.feature()));
        return new ScoreCard.Term(
                feature,
                requireNonNullElse(term.percent(), ALL),
                new Curve(requireNonNull(term.curve()).stream()
                        .map(point -> new Curve.Point(
                                number(feature, point.get(0)), point.get(1).intValueExact()))
                        .toList()));
    }

    private static long number(Feature feature, BigDecimal number) {
        return FeatureNumbers.of(feature, number).orElseThrow();
    }

    private static Feature feature(String name) {
        return Feature.called(name).orElseThrow();
    }
}
