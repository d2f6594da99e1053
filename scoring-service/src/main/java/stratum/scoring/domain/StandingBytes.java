package stratum.scoring.domain;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a customer stands, and what the file says of it, as bytes: what is absent costs one bit. */
final class StandingBytes {

    private static final int ASSIGNED = 1;
    private static final int WATCHED = 1 << 1;
    private static final int NEAR = 1 << 2;
    private static final int OVERRIDDEN = 1 << 3;

    private static final int KNOWN = 1;
    private static final int CORPORATE = 1 << 1;
    private static final int BORN = 1 << 2;
    private static final int OCCUPIED = 1 << 3;
    private static final int PAID = 1 << 4;
    private static final int EMPLOYED = 1 << 5;
    private static final int REPRESENTATIVE = 1 << 6;
    private static final int BY_HAND = 1 << 7;

    private StandingBytes() {}

    static void write(Standing standing, DataOutputStream out) throws IOException {
        Watch watch = standing.earnedWatch();
        TierOverride override = standing.override();
        out.writeByte(flag(ASSIGNED, standing.isAssigned())
                | flag(WATCHED, watch != null)
                | flag(NEAR, standing.near())
                | flag(OVERRIDDEN, override != null));
        writeText(standing.earned(), out);
        if (watch != null) {
            writeDate(watch.since(), out);
            writeDate(watch.until(), out);
        }
        write(override, out);
    }

    static Standing readStanding(DataInputStream in) throws IOException {
        int flags = in.readUnsignedByte();
        String earned = (flags & ASSIGNED) == 0 ? null : in.readUTF();
        Watch watch = (flags & WATCHED) == 0 ? null : new Watch(readDate(in), readDate(in));
        TierOverride override = (flags & OVERRIDDEN) == 0 ? null : readOverride(in);
        return new Standing(earned, watch, (flags & NEAR) != 0, override);
    }

    private static void write(@Nullable TierOverride override, DataOutputStream out) throws IOException {
        if (override != null) {
            out.writeUTF(override.tier());
            out.writeUTF(override.reason());
            out.writeUTF(override.by());
            writeDate(override.until(), out);
        }
    }

    private static TierOverride readOverride(DataInputStream in) throws IOException {
        return new TierOverride(in.readUTF(), in.readUTF(), in.readUTF(), readDate(in));
    }

    static void write(Profile profile, DataOutputStream out) throws IOException {
        out.writeByte(flags(profile));
        if (!profile.isKnown()) {
            return;
        }
        out.writeLong(profile.millis());
        out.writeInt(profile.rank());
        LocalDate birthDate = profile.birthDate();
        if (birthDate != null) {
            writeDate(birthDate, out);
        }
        writeText(profile.occupation(), out);
        writeText(profile.incomeBand(), out);
        write(profile.override(), out);
    }

    private static int flags(Profile profile) {
        return flag(KNOWN, profile.isKnown())
                | flag(CORPORATE, profile.corporate())
                | flag(BORN, profile.birthDate() != null)
                | flag(OCCUPIED, profile.occupation() != null)
                | flag(PAID, profile.incomeBand() != null)
                | flag(EMPLOYED, profile.employed())
                | flag(REPRESENTATIVE, profile.representative())
                | flag(BY_HAND, profile.override() != null);
    }

    static Profile readProfile(DataInputStream in) throws IOException {
        int flags = in.readUnsignedByte();
        if ((flags & KNOWN) == 0) {
            return Profile.UNKNOWN;
        }
        return new Profile(
                in.readLong(),
                in.readInt(),
                (flags & CORPORATE) != 0,
                (flags & BORN) == 0 ? null : readDate(in),
                (flags & OCCUPIED) == 0 ? null : in.readUTF(),
                (flags & PAID) == 0 ? null : in.readUTF(),
                (flags & EMPLOYED) != 0,
                (flags & REPRESENTATIVE) != 0,
                (flags & BY_HAND) == 0 ? null : readOverride(in));
    }

    private static int flag(int bit, boolean set) {
        return set ? bit : 0;
    }

    private static void writeText(@Nullable String text, DataOutputStream out) throws IOException {
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static void writeDate(LocalDate date, DataOutputStream out) throws IOException {
        out.writeInt((int) date.toEpochDay());
    }

    private static LocalDate readDate(DataInputStream in) throws IOException {
        return LocalDate.ofEpochDay(in.readInt());
    }
}
