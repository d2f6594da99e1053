package stratum.scoring.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import stratum.scoring.domain.Assessment;
import stratum.scoring.domain.Features;
import stratum.scoring.domain.Standing;
import stratum.scoring.domain.TierPolicy;

/**
 * What readers of {@code scoring.scores} were last told about a customer.
 *
 * @param policy stands for the policy and its version: needs, groups and points may be others by another
 * @param tier code of the tier held
 * @param watchUntil epoch day on which the watch ends; 0 without one
 * @param candidate place of the candidate
 * @param score 0 to 1000
 * @param features the features
 */
record Said(int policy, String tier, int watchUntil, int candidate, int score, Features features) {

    /** A score has changed noticeably when it moved by this many of its 1000 points. */
    private static final int NOTICEABLE_POINTS = 10;

    static Said of(TierPolicy policy, Assessment assessment, Standing standing) {
        return new Said(
                31 * policy.id().hashCode() + policy.version(),
                standing.tier(),
                standing.watch() == null ? 0 : (int) standing.watch().until().toEpochDay(),
                assessment.candidate(),
                assessment.score(),
                assessment.features());
    }

    /** Whether a reader who knows this would notice the difference to that. */
    boolean differsNoticeablyFrom(Said that) {
        return policy != that.policy
                || !tier.equals(that.tier)
                || watchUntil != that.watchUntil
                || candidate != that.candidate
                || Math.abs(score - that.score) >= NOTICEABLE_POINTS
                || features.differNoticeablyFrom(that.features);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(policy);
        out.writeUTF(tier);
        out.writeInt(watchUntil);
        out.writeByte(candidate);
        out.writeShort(score);
        byte[] packed = features.packed();
        out.writeShort(packed.length);
        out.write(packed);
    }

    static Said read(DataInputStream in) throws IOException {
        return read(in.readInt(), in);
    }

    /** Reads what was written when the policy was not kept: what is said next differs from it. */
    static Said readWithoutPolicy(DataInputStream in) throws IOException {
        return read(0, in);
    }

    private static Said read(int policy, DataInputStream in) throws IOException {
        String tier = in.readUTF();
        int watchUntil = in.readInt();
        int candidate = in.readByte();
        int score = in.readShort();
        Features features = Features.unpacked(in.readNBytes(in.readUnsignedShort()));
        return new Said(policy, tier, watchUntil, candidate, score, features);
    }
}
