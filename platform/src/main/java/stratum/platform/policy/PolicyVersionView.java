package stratum.platform.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.platform.policy.PolicyLife.State;
import stratum.platform.policy.PolicyTable.Note;

/** A version of a policy; by itself with its document and its history. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyVersionView(
        String id,
        int version,
        State state,
        String author,
        @Nullable String approver,
        Instant effectiveFrom,
        @Nullable @JsonRawValue String document,
        @Nullable List<Note> history) {

    static PolicyVersionView inAList(PolicyVersion policy) {
        return view(policy, null, null);
    }

    static PolicyVersionView whole(PolicyVersion policy, List<Note> history) {
        return view(policy, policy.document(), history);
    }

    private static PolicyVersionView view(
            PolicyVersion policy, @Nullable String document, @Nullable List<Note> history) {
        return new PolicyVersionView(
                policy.id(),
                policy.version(),
                policy.life().state(),
                policy.life().author(),
                policy.life().approver(),
                policy.effectiveFrom(),
                document,
                history);
    }
}
