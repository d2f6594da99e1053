package stratum.customer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("stratum.customer");

    @Test
    void the_domain_knows_the_language_and_itself_only() {
        classes()
                .that()
                .resideInAPackage("stratum.customer.domain")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "stratum.customer.domain")
                .check(SERVICE);
    }

    @Test
    void there_are_no_packages_but_those_of_the_architecture() {
        classes()
                .should()
                .resideInAnyPackage(
                        "stratum.customer",
                        "stratum.customer.domain",
                        "stratum.customer.usecase",
                        "stratum.customer.listener",
                        "stratum.customer.publish",
                        "stratum.customer.store",
                        "stratum.customer.web")
                .check(SERVICE);
    }

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        slices().matching("stratum.customer.(*)").should().beFreeOfCycles().check(SERVICE);
    }
}
