package stratum.customer.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To which household and to which company a customer belongs (公私联动). It is judged by the customer's own file and by
 * what the files say that its links lead to, so that no judgement needs the whole web of links, and none depends on the
 * order in which files come.
 *
 * @param household id of its head; none where the customer belongs to none, or is the head
 * @param company id of the company
 * @param refused the links that do not count
 */
public record Membership(
        @Nullable String household, @Nullable String company, List<Refused> refused) {

    private static final String HOUSEHOLD = "HOUSEHOLD";
    private static final String REPRESENTATIVE = "LEGAL_REPRESENTATIVE_OF";
    private static final String PERSONAL = "PERSONAL";
    private static final String CORPORATE = "CORPORATE";

    /**
     * A link of a file, with what is known of the other customer.
     *
     * @param position in the file, from 0
     * @param othersKind PERSONAL or CORPORATE; none where there is no file
     * @param othersHousehold to whom the other's first household link leads; none where there is none
     */
    public record Linked(
            int position,
            String kind,
            String other,
            @Nullable String othersKind,
            @Nullable String othersHousehold) {}

    /** A link that does not count. */
    public record Refused(Linked link, Why why) {}

    /** Why a link does not count. */
    public enum Why {
        /** It leads to the customer itself. */
        SELF,
        /** The file names a household before this one. */
        TWO_HOUSEHOLDS,
        /** Both lead to each other; the one with the lesser id is the head. */
        CYCLE,
        /** The other belongs to another's household: link to the head of that. */
        CHAIN,
        /** A household is of persons. */
        NOT_A_PERSON,
        /** The other is no company. */
        NOT_A_COMPANY,
        /** The customer is counted with another company already. */
        COUNTED_ALREADY
    }

    /** Judges the links of a customer of this kind; who represents a company is counted there before where employed. */
    public static Membership of(String customerId, @Nullable String kind, List<Linked> links) {
        List<Refused> refused = new ArrayList<>();
        String first = first(customerId, links);
        String household = null;
        String company = null;
        List<Linked> ordered = links.stream()
                .sorted(Comparator.comparing((Linked link) -> !link.kind().equals(REPRESENTATIVE))
                        .thenComparing(Linked::position))
                .toList();
        for (Linked link : ordered) {
            boolean toHousehold = link.kind().equals(HOUSEHOLD);
            Why why = toHousehold ? household(customerId, kind, first, link) : company(customerId, kind, company, link);
            if (why != null) {
                refused.add(new Refused(link, why));
            } else if (toHousehold) {
                household = link.other();
            } else {
                company = link.other();
            }
        }
        refused.sort(Comparator.comparing(each -> each.link().position()));
        return new Membership(household, company, List.copyOf(refused));
    }

    /** Only the first household of a file is thought of: were another to do instead, the head could be a member elsewhere. */
    private static @Nullable String first(String customerId, List<Linked> links) {
        return links.stream()
                .filter(link -> link.kind().equals(HOUSEHOLD) && !link.other().equals(customerId))
                .min(Comparator.comparing(Linked::position))
                .map(Linked::other)
                .orElse(null);
    }

    private static @Nullable Why household(
            String customerId, @Nullable String kind, @Nullable String first, Linked link) {
        if (link.other().equals(customerId)) {
            return Why.SELF;
        } else if (!link.other().equals(first)) {
            return Why.TWO_HOUSEHOLDS;
        } else if (CORPORATE.equals(kind) || CORPORATE.equals(link.othersKind())) {
            return Why.NOT_A_PERSON;
        } else if (link.othersHousehold() == null) {
            return null;
        } else if (!link.othersHousehold().equals(customerId)) {
            return Why.CHAIN;
        }
        return customerId.compareTo(link.other()) < 0 ? Why.CYCLE : null;
    }

    private static @Nullable Why company(
            String customerId, @Nullable String kind, @Nullable String company, Linked link) {
        if (link.other().equals(customerId)) {
            return Why.SELF;
        } else if (CORPORATE.equals(kind)) {
            return Why.NOT_A_PERSON;
        } else if (PERSONAL.equals(link.othersKind())) {
            return Why.NOT_A_COMPANY;
        }
        return company == null || company.equals(link.other()) ? null : Why.COUNTED_ALREADY;
    }
}
