package stratum.lifecycle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules of the house, for this service. */
final class ArchitectureTest {

    private static final String DOMAIN = "stratum.lifecycle.domain";

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("stratum.lifecycle");

    @Test
    void the_domain_knows_java_and_itself_only() {
        classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", DOMAIN)
                .check(service);
    }

    @Test
    void the_domain_asks_neither_clock_nor_chance() {
        noClasses()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(service);
    }

    @Test
    void packages_come_from_the_closed_list() {
        classes()
                .should()
                .resideInAnyPackage(
                        "stratum.lifecycle",
                        DOMAIN,
                        "stratum.lifecycle.usecase",
                        "stratum.lifecycle.stream",
                        "stratum.lifecycle.listener",
                        "stratum.lifecycle.publish",
                        "stratum.lifecycle.store",
                        "stratum.lifecycle.web")
                .check(service);
    }

    @Test
    void nothing_knows_the_web() {
        noClasses()
                .that()
                .resideOutsideOfPackage("stratum.lifecycle.web")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("stratum.lifecycle.web")
                .check(service);
    }
}
