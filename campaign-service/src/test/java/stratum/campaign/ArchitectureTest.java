package stratum.campaign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("stratum.campaign");

    @Test
    void the_domain_knows_java_and_itself_only() {
        classes()
                .that()
                .resideInAPackage("stratum.campaign.domain")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "stratum.campaign.domain")
                .check(SERVICE);
    }

    @Test
    void no_decision_asks_a_wall_clock_or_chance() {
        noClasses()
                .that()
                .resideInAnyPackage("stratum.campaign.domain", "stratum.campaign.stream")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(SERVICE);
    }

    @Test
    void everything_is_in_a_package_that_says_what_it_does() {
        classes()
                .should()
                .resideInAnyPackage(
                        "stratum.campaign",
                        "stratum.campaign.domain",
                        "stratum.campaign.usecase",
                        "stratum.campaign.stream",
                        "stratum.campaign.listener",
                        "stratum.campaign.publish",
                        "stratum.campaign.store",
                        "stratum.campaign.web")
                .check(SERVICE);
    }

    @Test
    void the_edges_know_the_use_cases_and_not_each_other() {
        noClasses()
                .that()
                .resideInAPackage("stratum.campaign.usecase")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "stratum.campaign.stream",
                        "stratum.campaign.listener",
                        "stratum.campaign.publish",
                        "stratum.campaign.store",
                        "stratum.campaign.web")
                .check(SERVICE);
        slices().matching("stratum.campaign.(*)").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void only_the_edges_know_avro() {
        noClasses()
                .that()
                .resideInAnyPackage("stratum.campaign.usecase", "stratum.campaign.store", "stratum.campaign.web")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("stratum.events", "org.apache.avro..")
                .check(SERVICE);
    }

    @Test
    void names_come_from_the_bank() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Common)$")
                .check(SERVICE);
    }

    @Test
    void classes_are_final() {
        classes()
                .that(areNotConfigurations())
                .and()
                .areNotInterfaces()
                .and()
                .areNotAnonymousClasses()
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .check(SERVICE);
    }

    private static DescribedPredicate<JavaClass> areNotConfigurations() {
        return DescribedPredicate.describe(
                "are not configurations",
                type -> !type.isMetaAnnotatedWith("org.springframework.context.annotation.Configuration"));
    }
}
