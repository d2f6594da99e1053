package stratum.scoring.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import stratum.scoring.domain.Assessment;
import stratum.scoring.domain.Feature;
import stratum.scoring.domain.Standing;

/**
 * What readers of {@code scoring.scores} were last told about a customer.
 *
 * @param tier place of the tier held
 * @param watchUntil epoch day on which the watch ends; 0 without one
 * @param candidate place of the candidate
 * @param score 0 to 1000
 * @param features by name
 */
record Said(int tier, int watchUntil, int candidate, int score, Map<String, Long> features) {

    /** A feature has changed noticeably when it moved by more than a twentieth of what was said. */
    private static final long NOTICEABLE = 20;

    /** A score has changed noticeably when it moved by this many of its 1000 points. */
    private static final int NOTICEABLE_POINTS = 10;

    static Said of(Assessment assessment, Standing standing) {
        return new Said(
                standing.tier(),
                standing.watch() == null ? 0 : (int) standing.watch().until().toEpochDay(),
                assessment.candidate(),
                assessment.score(),
                assessment.features().byName());
    }

    /** Whether a reader who knows this would notice the difference to that. */
    boolean differsNoticeablyFrom(Said that) {
        return tier != that.tier
                || watchUntil != that.watchUntil
                || candidate != that.candidate
                || Math.abs(score - that.score) >= NOTICEABLE_POINTS
                || !features.keySet().equals(that.features.keySet())
                || features.entrySet().stream()
                        .anyMatch(f -> moved(f.getValue(), Objects.requireNonNull(that.features.get(f.getKey()))));
    }

    private static boolean moved(long from, long to) {
        return Math.abs(to - from) * NOTICEABLE > Math.abs(from);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(tier);
        out.writeInt(watchUntil);
        out.writeByte(candidate);
        out.writeShort(score);
        out.writeByte(features.size());
        for (Map.Entry<String, Long> feature : features.entrySet()) {
            out.writeByte(Feature.called(feature.getKey()).orElseThrow().ordinal());
            out.writeLong(feature.getValue());
        }
    }

    static Said read(DataInputStream in) throws IOException {
        int tier = in.readByte();
        int watchUntil = in.readInt();
        int candidate = in.readByte();
        int score = in.readShort();
        Map<String, Long> features = new HashMap<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            features.put(Feature.values()[in.readUnsignedByte()].label(), in.readLong());
        }
        return new Said(tier, watchUntil, candidate, score, features);
    }
}
