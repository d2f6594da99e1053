package stratum.platform.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/**
 * Running totals of one partition, kept with its state and so as exact as it: what has been worked through, how much of
 * it late, how much a repeat. They travel as headers of the ticks that are passed on.
 */
final class Counts {

    private long facts;
    private long late;
    private long repeated;

    void booked(boolean isLate) {
        facts++;
        late += isLate ? 1 : 0;
    }

    void repeated() {
        facts++;
        repeated++;
    }

    void writeTo(Headers headers) {
        header(headers, "stratum.facts", facts);
        header(headers, "stratum.late", late);
        header(headers, "stratum.repeated", repeated);
    }

    private static void header(Headers headers, String name, long value) {
        headers.add(name, Long.toString(value).getBytes(StandardCharsets.UTF_8));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(facts);
        out.writeLong(late);
        out.writeLong(repeated);
    }

    void read(DataInputStream in) throws IOException {
        facts = in.readLong();
        late = in.readLong();
        repeated = in.readLong();
    }
}
