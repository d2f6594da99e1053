package stratum.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.customer.domain.Membership.Linked;
import stratum.customer.domain.Membership.Why;

@NullUnmarked // What is missing fails the test.
final class MembershipTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            kind,      link,                    other, others kind, others household, household, company, why
            PERSONAL,  HOUSEHOLD,               h,     PERSONAL,    ,                 h,         ,
            PERSONAL,  HOUSEHOLD,               h,     ,            ,                 h,         ,
            PERSONAL,  HOUSEHOLD,               m,     PERSONAL,    ,                 ,          ,        SELF
            PERSONAL,  HOUSEHOLD,               h,     CORPORATE,   ,                 ,          ,        NOT_A_PERSON
            CORPORATE, HOUSEHOLD,               h,     PERSONAL,    ,                 ,          ,        NOT_A_PERSON
            PERSONAL,  HOUSEHOLD,               h,     PERSONAL,    x,                ,          ,        CHAIN
            PERSONAL,  HOUSEHOLD,               a,     PERSONAL,    m,                a,         ,
            PERSONAL,  HOUSEHOLD,               z,     PERSONAL,    m,                ,          ,        CYCLE
            PERSONAL,  EMPLOYED_BY,             f,     CORPORATE,   ,                 ,          f,
            PERSONAL,  LEGAL_REPRESENTATIVE_OF, f,     ,            ,                 ,          f,
            PERSONAL,  EMPLOYED_BY,             f,     PERSONAL,    ,                 ,          ,        NOT_A_COMPANY
            CORPORATE, LEGAL_REPRESENTATIVE_OF, f,     CORPORATE,   ,                 ,          ,        NOT_A_PERSON
            PERSONAL,  EMPLOYED_BY,             m,     PERSONAL,    ,                 ,          ,        SELF
            """, useHeadersInDisplayName = true)
    void a_link_counts_or_there_is_a_reason(
            String kind,
            String link,
            String other,
            String othersKind,
            String othersHousehold,
            String household,
            String company,
            Why why) {
        Membership judged = Membership.of("m", kind, List.of(new Linked(0, link, other, othersKind, othersHousehold)));

        assertThat(judged.household()).isEqualTo(household);
        assertThat(judged.company()).isEqualTo(company);
        assertThat(judged.refused())
                .extracting(Membership.Refused::why)
                .isEqualTo(why == null ? List.of() : List.of(why));
    }

    @Test
    void nobody_is_counted_twice() {
        Membership judged = Membership.of(
                "m",
                "PERSONAL",
                List.of(
                        new Linked(0, "HOUSEHOLD", "h1", null, null),
                        new Linked(1, "EMPLOYED_BY", "f1", null, null),
                        new Linked(2, "HOUSEHOLD", "h2", null, null),
                        new Linked(3, "LEGAL_REPRESENTATIVE_OF", "f2", null, null),
                        new Linked(4, "EMPLOYED_BY", "f2", null, null)));

        assertThat(judged.household()).isEqualTo("h1");
        assertThat(judged.company()).isEqualTo("f2");
        assertThat(judged.refused())
                .extracting(refused -> refused.link().position(), Membership.Refused::why)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, Why.COUNTED_ALREADY),
                        org.assertj.core.groups.Tuple.tuple(2, Why.TWO_HOUSEHOLDS));
    }

    /** Files at random, each judged by itself: together they make households of which no two share anybody. */
    @Test
    void whatever_the_files_say_each_belongs_to_one_household_and_no_head_belongs_to_another() {
        Random random = new Random(5);
        int memberships = 0;
        for (int round = 0; round < 3_000; round++) {
            Map<String, List<String>> files = files(random);
            Map<String, String> householdOf = new HashMap<>();
            files.forEach((customer, others) -> {
                String household = judge(customer, others, files).household();
                if (household != null) {
                    householdOf.put(customer, household);
                }
            });

            Set<String> heads = new HashSet<>(householdOf.values());
            assertThat(Collections.disjoint(householdOf.keySet(), heads)).isTrue();
            memberships += householdOf.size();
        }
        assertThat(memberships).isGreaterThan(3_000);
    }

    private static Map<String, List<String>> files(Random random) {
        Map<String, List<String>> files = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            List<String> others = new ArrayList<>();
            for (int link = 0; link < random.nextInt(3); link++) {
                others.add("c" + random.nextInt(6));
            }
            files.put("c" + i, others);
        }
        return files;
    }

    private static Membership judge(String customer, List<String> others, Map<String, List<String>> files) {
        List<Linked> links = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            String other = others.get(i);
            String othersHousehold = files.get(other).stream()
                    .filter(each -> !each.equals(other))
                    .findFirst()
                    .orElse(null);
            links.add(new Linked(i, "HOUSEHOLD", other, "PERSONAL", othersHousehold));
        }
        return Membership.of(customer, "PERSONAL", links);
    }
}
