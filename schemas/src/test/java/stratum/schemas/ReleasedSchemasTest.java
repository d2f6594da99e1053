package stratum.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a released version wrote can be read for ever. Copies of the released schemas are frozen in
 * {@code src/test/resources/released/<version>}; a release adds a folder and never changes one.
 */
final class ReleasedSchemasTest {

    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Map<String, Schema> CURRENT = Topics.catalogue().stream()
            .flatMap(topic -> topic.records().stream())
            .distinct()
            .collect(Collectors.toMap(Schema::getFullName, Function.identity()));

    static Stream<Path> released() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void todays_schema_reads_what_a_released_one_wrote(Path file) {
        Schema writer = parse(file);
        Schema reader = CURRENT.get(writer.getFullName());

        assertThat(reader).as("%s may not vanish", writer.getFullName()).isNotNull();
        SchemaCompatibility.SchemaPairCompatibility compatibility =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(compatibility.getType())
                .as(compatibility.getDescription())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @Test
    void every_record_of_the_catalogue_has_been_frozen() throws IOException {
        assertThat(released().map(file -> parse(file).getFullName())).containsAll(CURRENT.keySet());
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
