package stratum.customer.web;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import stratum.customer.domain.CarePolicy;
import stratum.customer.domain.ContactPlan;

/** What codes mean, for people to read: by language tag, in English and Chinese. */
final class CareWords {

    private static final Map<String, Map<String, String>> WORDS = Map.ofEntries(
            words(ContactPlan.OFFER, "An offer is to be made in person", "有待当面或电话告知的优惠"),
            words("KEPT", "The manager stays", "客户经理不变"),
            words("HANDED_OVER", "The successor takes over the portfolio", "由继任者整体接管"),
            words("REFERRED", "The manager of who referred the customer", "跟随推荐人的客户经理"),
            words("MOST_ROOM", "Who has most room in the branch", "网点内最有余力的客户经理"),
            words("NO_ROOM", "Nobody of the right role has room", "对应岗位均已满额"),
            words("NO_TIER", "The customer has no tier yet", "客户尚未分层"),
            words("NOT_FOR_THIS_TIER", "The tier is looked after by nobody in person", "该层级不配专属客户经理"),
            words("NO_BRANCH", "The file names no branch", "客户档案未登记网点"),
            words("MOVED", "The tier changed", "客户层级变动"),
            words("NEAR_UPGRADE", "The customer is near the next tier", "客户临界提升"),
            words("PROFILE", "The customer file changed", "客户档案变更"),
            words("STAGE", "The stage of life changed", "生命周期阶段变动"),
            words("CONTACT", "There was a contact", "新的联络记录"),
            words("STAFF", "Branch, role or capacity of a manager changed", "客户经理岗位或容量调整"),
            words("LEFT", "The manager left", "客户经理离岗"),
            words("ROOM", "There is room again", "已有空余名额"),
            words("POLICY", "The rules changed", "经营规则变更"));

    private CareWords() {}

    /** A code with its words. */
    record CodeView(String code, Map<String, String> text) {}

    static CodeView of(String code) {
        return new CodeView(code, WORDS.getOrDefault(code, Map.of()));
    }

    /** Why a contact is due. */
    static @Nullable CodeView reason(@Nullable String code, CarePolicy policy) {
        if (code == null) {
            return null;
        }
        return policy.contact().rhythms().stream()
                .filter(rhythm -> rhythm.code().equals(code))
                .findFirst()
                .map(rhythm -> new CodeView(code, rhythm.words()))
                .orElseGet(() -> of(code));
    }

    /** A role with its names. */
    static CodeView role(String code, CarePolicy policy) {
        return policy.roles().stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .map(role -> new CodeView(code, role.names()))
                .orElseGet(() -> new CodeView(code, Objects.requireNonNull(Map.of())));
    }

    private static Map.Entry<String, Map<String, String>> words(String code, String english, String chinese) {
        return Map.entry(code, Map.of("en", english, "zh-CN", chinese));
    }
}
