package stratum.customer.usecase;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import stratum.platform.web.InvalidInput.Mistake;
import stratum.schemas.FactRules;
import tools.jackson.databind.JsonNode;

/** What is wrong with a care policy, a sentence for each mistake, each with its place as a JSON pointer. */
final class CarePolicyMistakes {

    private static final int MOST = 100;
    private static final int MOST_DAYS = 3650;

    private final JsonNode policy;
    private final List<Mistake> found = new ArrayList<>();
    private final Set<String> roles = new HashSet<>();

    private CarePolicyMistakes(JsonNode policy) {
        this.policy = policy;
    }

    /** Every mistake. */
    static List<Mistake> in(JsonNode policy) {
        CarePolicyMistakes mistakes = new CarePolicyMistakes(policy);
        mistakes.head();
        mistakes.roles();
        mistakes.assignment();
        mistakes.contact();
        mistakes.resources();
        return mistakes.found;
    }

    private void head() {
        check(
                policy.at("/id").asString("").matches("[A-Za-z0-9_-]{1,64}"),
                "/id",
                "The policy needs an id of letters, digits and hyphens.");
        whole("/version", "The version", 1, Integer.MAX_VALUE);
        check(
                isMoment(policy.at("/effectiveFrom").asString("")),
                "/effectiveFrom",
                "The policy needs a moment from which it rules, such as 2026-01-31T00:00:00Z, between 1900 and 2199.");
    }

    private void roles() {
        for (String place : list("/roles", "The roles are a list with at least one role.", 1)) {
            String code = policy.at(place + "/code").asString("");
            check(isCode(code), place + "/code", "A role has a code of capital letters, digits and '_'.");
            check(roles.add(code), place + "/code", "There are two roles %s.".formatted(code));
            words(place + "/names");
        }
    }

    private void assignment() {
        Set<String> tiers = new HashSet<>();
        for (String place : list("/assignment/tiers", "The tiers are a list.", 0)) {
            String tier = policy.at(place + "/tier").asString("");
            check(isCode(tier), place + "/tier", "A tier has a code of capital letters, digits and '_'.");
            check(tiers.add(tier), place + "/tier", "The tier %s is there twice.".formatted(tier));
            for (String role : list(place + "/roles", "A tier has a list of at least one role.", 1)) {
                String code = policy.at(role).asString("");
                check(roles.contains(code), role, "There is no role %s; it must be among /roles.".formatted(code));
            }
        }
        whole("/assignment/promising/minScore", "The score of the promising", 0, 1001);
        whole("/assignment/weights/customers", "The weight of customers", 0, 1000);
        whole("/assignment/weights/balance", "The weight of balances", 0, 1000);
        check(
                policy.at("/assignment/weights/customers").asInt(1)
                                + policy.at("/assignment/weights/balance").asInt(1)
                        > 0,
                "/assignment/weights",
                "One of the weights is above 0.");
    }

    private void contact() {
        Set<String> codes = new HashSet<>();
        for (String place : list("/contact/rhythms", "The rhythms are a list.", 0)) {
            String code = policy.at(place + "/code").asString("");
            check(isCode(code), place + "/code", "A rhythm has a code of capital letters, digits and '_'.");
            check(codes.add(code), place + "/code", "There are two rhythms %s.".formatted(code));
            for (String group : List.of("/tiers", "/stages", "/intents")) {
                list(place + group, "It is a list, empty where all will do.", 0);
            }
            whole(place + "/firstWithinWorkingDays", "The working days to the first contact", 0, 365);
            whole(place + "/everyDays", "The days from contact to contact", 1, MOST_DAYS);
            words(place + "/words");
        }
        for (String place : list("/contact/holidays", "The holidays are a list of dates.", 0)) {
            check(isDate(policy.at(place).asString("")), place, "A holiday is a date such as 2026-05-01.");
        }
        whole("/contact/familiar/contacts", "The contacts of the familiar", 1, 100);
        whole("/contact/familiar/days", "The days of the familiar", 1, MOST_DAYS);
    }

    private void resources() {
        check(
                policy.at("/resources/minutesPerContact").isObject(),
                "/resources/minutesPerContact",
                "The minutes that a contact takes are numbers by tier.");
        policy.at("/resources/minutesPerContact")
                .propertyNames()
                .forEach(tier -> whole(
                        "/resources/minutesPerContact/" + tier, "The minutes of a contact with " + tier, 1, 1440));
        whole("/resources/minutesPerManagerAndWorkingDay", "The minutes that a person has for contacts", 1, 1440);
    }

    /** The places of what stands in a list. */
    private List<String> list(String place, String sentence, int least) {
        JsonNode list = policy.at(place);
        check(list.isArray() && list.size() >= least && list.size() <= MOST, place, sentence);
        List<String> places = new ArrayList<>();
        for (int i = 0; list.isArray() && i < Math.min(list.size(), MOST); i++) {
            places.add(place + "/" + i);
        }
        return places;
    }

    private void words(String place) {
        for (String language : List.of("en", "zh-CN")) {
            String words = policy.at(place + "/" + language).asString("");
            check(
                    !words.isBlank() && words.length() <= 200,
                    place + "/" + language,
                    "Words in %s are needed, at most 200 characters.".formatted(language));
        }
    }

    private void whole(String place, String what, int least, int most) {
        JsonNode value = policy.at(place);
        check(
                value.isIntegralNumber() && value.asDouble() >= least && value.asDouble() <= most,
                place,
                "%s is a whole number from %d to %d, not %s."
                        .formatted(what, least, most, value.isMissingNode() ? "left out" : value.toString()));
    }

    private static boolean isCode(String text) {
        return text.matches("[A-Z0-9_]{1,64}");
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMoment(String text) {
        try {
            Instant moment = Instant.parse(text);
            return !moment.isBefore(FactRules.EARLIEST) && moment.isBefore(FactRules.LATEST);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void check(boolean right, String place, String sentence) {
        if (!right) {
            found.add(new Mistake(place, sentence));
        }
    }
}
