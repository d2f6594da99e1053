package stratum.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.stream.Stream;

/** The rules of the house: what the packages of a service may be called, and what its domain may know. */
public final class HouseRules {

    private static final String[] PACKAGES = {"domain", "usecase", "stream", "listener", "publish", "store", "web"};

    private final String root;
    private final String domain;
    private final JavaClasses service;

    /** The rules for a service with this root package, for example {@code stratum.scoring}. */
    public HouseRules(String root) {
        this.root = root;
        this.domain = root + ".domain";
        this.service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    /** Packages come from the closed list, and go no deeper. */
    public void packagesComeFromTheClosedList() {
        String[] allowed = Stream.concat(Stream.of(root), Stream.of(PACKAGES).map(name -> root + "." + name))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(allowed).check(service);
    }

    /** The domain knows Java, nullness and itself. */
    public void theDomainKnowsJavaAndItselfOnly() {
        classes()
                .that()
                .resideInAPackage(domain)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", domain)
                .check(service);
    }

    /** The domain asks neither the wall clock nor chance. */
    public void theDomainAsksNeitherClockNorChance() {
        noClasses()
                .that()
                .resideInAPackage(domain)
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
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .check(service);
    }

    /** The web may ask everybody and is asked by nobody. */
    public void nothingKnowsTheWeb() {
        String web = root + ".web";
        noClasses()
                .that()
                .resideOutsideOfPackage(web)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(web)
                .allowEmptyShould(true)
                .check(service);
    }
}
