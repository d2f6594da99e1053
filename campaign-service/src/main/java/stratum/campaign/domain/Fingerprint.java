package stratum.campaign.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 of some words: the same words give the same ids and the same place in a group, everywhere and always. */
record Fingerprint(ByteBuffer hash) {

    private static final int ID_BYTES = 16;
    private static final int DOUBLE_BITS = 53;

    static Fingerprint of(String... words) {
        MessageDigest digest = sha256();
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            // The length keeps ("ab", "c") apart from ("a", "bc").
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return new Fingerprint(ByteBuffer.wrap(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** 32 hexadecimal digits. */
    String id() {
        return HexFormat.of().formatHex(Arrays.copyOf(hash.array(), ID_BYTES));
    }

    long bits() {
        return hash.getLong(0);
    }

    /** A place between 0 and 1, evenly spread over all words. */
    double place() {
        return (bits() >>> (Long.SIZE - DOUBLE_BITS)) * 0x1.0p-53;
    }
}
