package stratum.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CONSOLE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("stratum.console");

    @Test
    void the_domain_knows_java_the_catalogue_of_topics_and_itself_only() {
        classes()
                .that()
                .resideInAPackage("stratum.console.domain")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations", "stratum.console.domain", "stratum.schemas")
                .check(CONSOLE);
    }

    @Test
    void no_clock_and_no_chance_in_the_domain() {
        noClasses()
                .that()
                .resideInAPackage("stratum.console.domain")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.random.RandomGenerator.class)
                .check(CONSOLE);
    }

    @Test
    void a_use_case_knows_neither_kafka_nor_the_web() {
        noClasses()
                .that()
                .resideInAPackage("stratum.console.usecase")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.springframework..",
                        "stratum.console.web",
                        "stratum.console.listener")
                .check(CONSOLE);
    }

    @Test
    void packages_are_of_the_closed_list() {
        classes()
                .should()
                .resideInAnyPackage(
                        "stratum.console",
                        "stratum.console.domain",
                        "stratum.console.usecase",
                        "stratum.console.listener",
                        "stratum.console.web")
                .check(CONSOLE);
    }
}
