package stratum.lifecycle.usecase;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stratum.lifecycle.domain.Cause;
import stratum.lifecycle.domain.Family;
import stratum.platform.web.InvalidInput.Mistake;
import stratum.schemas.FactRules;
import tools.jackson.databind.JsonNode;

/** What is wrong with a policy document, a sentence for each mistake, each with its place as a JSON pointer. */
final class PolicyMistakes {

    /** Causes that are risks, and so have a weight. */
    private static final List<Cause> RISKS =
            Arrays.stream(Cause.values()).filter(PolicyMistakes::isRisk).toList();

    private static final double ANY = 1e12;
    private static final double MOST_DAYS = 3650;

    private final JsonNode policy;
    private final List<Mistake> found = new ArrayList<>();
    private final Set<String> known = new TreeSet<>();

    private PolicyMistakes(JsonNode policy) {
        this.policy = policy;
    }

    private static boolean isRisk(Cause cause) {
        return cause.ordinal() <= Cause.NEVER_ACTIVATED.ordinal();
    }

    /** Every mistake. */
    static List<Mistake> in(JsonNode policy) {
        PolicyMistakes mistakes = new PolicyMistakes(policy);
        mistakes.head();
        mistakes.models();
        mistakes.stages();
        mistakes.risks();
        mistakes.weights();
        mistakes.milestones();
        mistakes.unknown(policy, "");
        return mistakes.found;
    }

    private void head() {
        String id = at("/id").asString("");
        check(id.matches("[A-Za-z0-9_-]{1,64}"), "/id", "The policy needs an id of letters, digits and hyphens.");
        whole("/version", "The version", 1, Integer.MAX_VALUE);
        check(
                isMoment(at("/effectiveFrom").asString("")),
                "/effectiveFrom",
                "The policy needs a moment from which it rules, such as 2026-01-31T00:00:00Z, between 1900 and 2199.");
    }

    private static boolean isMoment(String text) {
        try {
            Instant moment = Instant.parse(text);
            return !moment.isBefore(FactRules.EARLIEST) && moment.isBefore(FactRules.LATEST);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void models() {
        for (String parameter : List.of("r", "alpha", "a", "b")) {
            number("/bgNbd/" + parameter, "The BG/NBD parameter " + parameter, 1e-3, ANY);
        }
        number("/gammaGamma/p", "The Gamma-Gamma parameter p", 1e-6, ANY);
        number("/gammaGamma/q", "The Gamma-Gamma parameter q, without which there is no mean,", 1.000001, ANY);
        number("/gammaGamma/v", "The Gamma-Gamma parameter v", 1e-6, ANY);
        number("/value/margin", "What the bank earns of what is moved", 0, 1);
        number("/value/discountRate", "The rate of discount", 0, 1);
        whole("/value/horizonDays", "The horizon", 1, MOST_DAYS);
    }

    private void stages() {
        number("/cadence/brokenBelow", "The probability under which a cadence is broken", 0.001, 0.999);
        number("/cadence/silentBelow", "The probability under which a customer is lost", 0.001, 0.999);
        ordered(
                "/cadence/silentBelow",
                "/cadence/brokenBelow",
                "A customer is lost at %s, before the cadence is broken, at %s.");
        days("/cadence/silentDays", "The silence before a customer is lost");
        days("/activation/days", "The time of activation");
        whole("/activation/activeDays", "The active days that activate", 1, 365);
        days("/maturity/tenureDays", "The tenure of maturity");
        whole("/maturity/productFamilies", "The product families of maturity", 1, Family.values().length);
        number("/maturity/flatWithin", "How far the averages of a mature customer may lie apart", 0, 10);
        whole("/atRisk/enter", "The risk from which a customer is at risk", 1, 100);
        whole("/atRisk/exit", "The risk under which a customer recovers", 1, 100);
        ordered("/atRisk/exit", "/atRisk/enter", "Risk is left at %s, above where it is entered, at %s.");
        days("/atRisk/calmDays", "The time of recovering");
    }

    private void risks() {
        number("/balanceOutflow/change", "The change of an outflow", -1, -0.000001);
        amount("/balanceOutflow/minimum", "The least outflow");
        number("/competitor/multiple", "The outflow to other banks as a multiple of the average balance", 0, 1000);
        amount("/competitor/minimum", "The least outflow to other banks");
        days("/salary/stoppedDays", "The days after which a salary has stopped");
        days("/salary/forgottenDays", "The days after which a salary is forgotten");
        ordered(
                "/salary/stoppedDays",
                "/salary/forgottenDays",
                "A salary has stopped after %s days, when it is forgotten after %s.");
        days("/signals/complaintDays", "The days for which a complaint counts");
        days("/signals/surveyDays", "The days for which a mark counts");
        days("/signals/closedDays", "The days for which a closed product counts");
        whole("/signals/dissatisfiedUpTo", "The highest bad mark", 0, 10);
        mainProducts();
    }

    private void mainProducts() {
        JsonNode products = at("/signals/mainProducts");
        known.add("/signals/mainProducts");
        check(products.isArray(), "/signals/mainProducts", "The main products are a list of product families.");
        for (int i = 0; products.isArray() && i < products.size(); i++) {
            String family = products.get(i).asString("");
            check(
                    Arrays.stream(Family.values()).anyMatch(one -> one.name().equals(family)),
                    "/signals/mainProducts/" + i,
                    "There is no product family %s; there are %s.".formatted(family, names(Family.values())));
        }
    }

    private void weights() {
        RISKS.forEach(cause -> whole("/weights/" + cause, "The weight of " + cause, 0, 100));
    }

    private void milestones() {
        number("/milestones/largeInflowMultiple", "A large inflow as a multiple of the average balance", 0, 1000);
        amount("/milestones/largeInflowMinimum", "The least large inflow");
        whole("/milestones/maturingDays", "The days before maturity", 0, 365);
    }

    private void days(String place, String what) {
        whole(place, what, 1, MOST_DAYS);
    }

    private void amount(String place, String what) {
        whole(place, what, 0, ANY);
    }

    private void whole(String place, String what, double least, double most) {
        JsonNode value = at(place);
        boolean right = value.isIntegralNumber() && value.asDouble() >= least && value.asDouble() <= most;
        check(
                right,
                place,
                "%s is a whole number from %.0f to %.0f, not %s.".formatted(what, least, most, said(value)));
    }

    private void number(String place, String what, double least, double most) {
        JsonNode value = at(place);
        boolean right = value.isNumber() && value.asDouble() >= least && value.asDouble() <= most;
        check(right, place, "%s is a number from %s to %s, not %s.".formatted(what, least, most, said(value)));
    }

    private void ordered(String lower, String higher, String sentence) {
        JsonNode low = policy.at(lower);
        JsonNode high = policy.at(higher);
        check(
                !low.isNumber() || !high.isNumber() || low.asDouble() <= high.asDouble(),
                lower,
                sentence.formatted(low, high));
    }

    private JsonNode at(String place) {
        known.add(place);
        return policy.at(place);
    }

    private static String said(JsonNode value) {
        return value.isMissingNode() ? "left out" : value.toString();
    }

    /** A slip of the pen must not vanish. */
    private void unknown(JsonNode part, String place) {
        part.propertyNames().forEach(name -> {
            String here = place + "/" + name;
            boolean inside = known.stream().anyMatch(one -> one.startsWith(here + "/"));
            if (inside) {
                unknown(part.get(name), here);
            } else {
                check(known.contains(here), here, "There is nothing called %s here.".formatted(name));
            }
        });
    }

    private static String names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
    }

    private void check(boolean right, String place, String sentence) {
        if (!right) {
            found.add(new Mistake(place, sentence));
        }
    }
}
