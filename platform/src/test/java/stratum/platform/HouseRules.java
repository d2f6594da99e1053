package stratum.platform;

import static com.tngtech.archunit.base.DescribedPredicate.doNot;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The rules of the house: what the packages and classes of a service may be called, and what each package may know. A
 * service that must know more than others says so here, and is held to all the rest.
 */
public final class HouseRules {

    private static final List<String> EDGES = List.of("stream", "listener", "publish", "store", "web");
    private static final Set<String> EVENTS = Set.of("stratum.events", "org.apache.avro..");
    private static final Set<String> FRAMEWORKS = Set.of("org.apache.kafka..", "org.springframework..");

    private final String root;
    private final JavaClasses service;
    private final Set<String> domainKnows;
    private final Set<String> useCasesDoNotKnow;

    /** The rules for a service with this root package, for example {@code stratum.scoring}. */
    public HouseRules(String root) {
        this.root = root;
        this.service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        this.domainKnows = new HashSet<>(Set.of("java..", "org.jspecify..", in("domain")));
        this.useCasesDoNotKnow = new HashSet<>(EVENTS);
        useCasesDoNotKnow.addAll(FRAMEWORKS);
        EDGES.forEach(edge -> useCasesDoNotKnow.add(in(edge)));
    }

    /** The domain of this service may know these packages too. */
    public HouseRules theDomainMayKnow(String... packages) {
        domainKnows.addAll(List.of(packages));
        return this;
    }

    /** The use cases of this service may know these packages, which those of others may not. */
    public HouseRules useCasesMayKnow(String... packages) {
        List.of(packages).forEach(known -> {
            if (!useCasesDoNotKnow.remove(known)) {
                throw new IllegalArgumentException("Use cases may know %s anyway".formatted(known));
            }
        });
        return this;
    }

    /** Checks a service against every rule. */
    public void hold() {
        packagesComeFromTheClosedList();
        theDomainKnowsJavaAndItselfOnly();
        noDecisionAsksClockOrChance();
        theUseCasesKnowNoEdge();
        onlyTheEdgesOfKafkaKnowEvents();
        nothingKnowsTheWeb();
        packagesDependInOneDirection();
        holdForAnyCode();
    }

    /** Checks what holds for code that is no service too. */
    public void holdForAnyCode() {
        namesSayWhatAThingIs();
        classesAreFinal();
    }

    private void packagesComeFromTheClosedList() {
        String[] allowed = Stream.concat(
                        Stream.of(root),
                        Stream.concat(Stream.of("domain", "usecase"), EDGES.stream())
                                .map(this::in))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(allowed).check(service);
    }

    private void theDomainKnowsJavaAndItselfOnly() {
        classes()
                .that()
                .resideInAPackage(in("domain"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(domainKnows.toArray(String[]::new))
                .check(service);
    }

    private void noDecisionAsksClockOrChance() {
        noClasses()
                .that()
                .resideInAnyPackage(in("domain"), in("stream"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
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

    private void theUseCasesKnowNoEdge() {
        noClasses()
                .that()
                .resideInAPackage(in("usecase"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(useCasesDoNotKnow.toArray(String[]::new))
                .check(service);
    }

    private void onlyTheEdgesOfKafkaKnowEvents() {
        noClasses()
                .that()
                .resideInAnyPackage(in("store"), in("web"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EVENTS.toArray(String[]::new))
                .check(service);
    }

    private void nothingKnowsTheWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("web"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("web"))
                .check(service);
    }

    /** No two packages know each other, not even by way of a third. */
    public void packagesDependInOneDirection() {
        slices().matching(root + ".(*)").should().beFreeOfCycles().check(service);
    }

    private void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Common)$")
                .check(service);
    }

    private void classesAreFinal() {
        classes()
                .that(doNot(metaAnnotatedWith("org.springframework.context.annotation.Configuration")))
                .and()
                .areNotInterfaces()
                .and()
                .areNotAnonymousClasses()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(service);
    }

    private String in(String name) {
        return root + "." + name;
    }
}
