package stratum.sandbox.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SpaceTest {

    private final AtomicLong megabytes = new AtomicLong(2000);
    private final Space space = new Space(Path.of("/bank"), () -> megabytes.get() << 20);

    @Test
    void a_sandbox_begins_with_a_gigabyte_and_not_with_less() {
        megabytes.set(1024);
        assertThatCode(space::requireToBegin).doesNotThrowAnyException();

        megabytes.set(1023);
        assertThatExceptionOfType(SandboxFailure.class)
                .isThrownBy(space::requireToBegin)
                .withMessage(
                        "The disk is full: 1023 MB are left for /bank, and the sandbox needs 1024 MB to begin; make room there, or give another directory with --dir.");
    }

    @Test
    void once_begun_it_goes_on_with_less() {
        megabytes.set(200);
        assertThat(space.shortage()).isEmpty();

        megabytes.set(199);
        assertThat(space.shortage())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith(
                                "The disk is full: 199 MB are left for /bank, and the sandbox needs 200 MB to go on;"));
    }

    @Test
    @Timeout(30)
    void a_disk_that_fills_is_noticed_once() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        space.watch(() -> false, heard::add);

        megabytes.set(5);

        assertThat(heard.poll(20, TimeUnit.SECONDS)).startsWith("The disk is full: 5 MB are left");
        assertThat(heard.poll(Duration.ofSeconds(2).toMillis(), TimeUnit.MILLISECONDS))
                .isNull();
    }
}
