package stratum.scoring.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import stratum.scoring.domain.Assessment;
import stratum.scoring.domain.Features;
import stratum.scoring.domain.Standing;

/**
 * What readers of {@code scoring.scores} were last told about a customer.
 *
 * @param tier code of the tier held
 * @param watchUntil epoch day on which the watch ends; 0 without one
 * @param candidate place of the candidate
 * @param score 0 to 1000
 * @param features the features
 */
record Said(String tier, int watchUntil, int candidate, int score, Features features) {

    /** A score has changed noticeably when it moved by this many of its 1000 points. */
    private static final int NOTICEABLE_POINTS = 10;

    static Said of(Assessment assessment, Standing standing) {
        return new Said(
                standing.tier(),
                standing.watch() == null ? 0 : (int) standing.watch().until().toEpochDay(),
                assessment.candidate(),
                assessment.score(),
                assessment.features());
    }

    /** Whether a reader who knows this would notice the difference to that. */
    boolean differsNoticeablyFrom(Said that) {
        return !tier.equals(that.tier)
                || watchUntil != that.watchUntil
                || candidate != that.candidate
                || Math.abs(score - that.score) >= NOTICEABLE_POINTS
                || features.differNoticeablyFrom(that.features);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(tier);
        out.writeInt(watchUntil);
        out.writeByte(candidate);
        out.writeShort(score);
        byte[] packed = features.packed();
        out.writeShort(packed.length);
        out.write(packed);
    }

    static Said read(DataInputStream in) throws IOException {
        String tier = in.readUTF();
        int watchUntil = in.readInt();
        int candidate = in.readByte();
        int score = in.readShort();
        Features features = Features.unpacked(in.readNBytes(in.readUnsignedShort()));
        return new Said(tier, watchUntil, candidate, score, features);
    }
}
