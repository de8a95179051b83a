package dev.ballast;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;

/** The walls of ARCHITECTURE.md. */
@AnalyzeClasses(
        packages = "dev.ballast",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestSupport.class})
final class ArchitectureTest {
    /** What modules share for their tests is no part of the product. */
    static final class NoTestSupport implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/dev/ballast/testing/");
        }
    }

    private static final String[] POLICY_SCHEMA = {
        "dev.ballast.diagnostic..",
        "dev.ballast.source..",
        "dev.ballast.format..",
        "dev.ballast.schema..",
        "dev.ballast.policy.."
    };

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.ballast.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule POLICY_SCHEMA_KNOWS_NO_VELERO = noClasses()
            .that()
            .resideInAnyPackage(POLICY_SCHEMA)
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.ballast..").and(DescribedPredicate.not(resideInAnyPackage(POLICY_SCHEMA))));

    @ArchTest
    static final ArchRule DIAGNOSTICS_KNOW_NOTHING_ELSE = noClasses()
            .that()
            .resideInAPackage("dev.ballast.diagnostic..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.ballast..")
                    .and(DescribedPredicate.not(resideInAPackage("dev.ballast.diagnostic.."))));

    @ArchTest
    static final ArchRule CALENDAR_KNOWS_ONLY_TIERS = noClasses()
            .that()
            .resideInAPackage("dev.ballast.calendar..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.ballast..")
                    .and(DescribedPredicate.not(resideInAnyPackage("dev.ballast.calendar..", "dev.ballast.policy.."))));

    @ArchTest
    static final ArchRule RULES_KNOW_NO_MANIFESTS = noClasses()
            .that()
            .resideInAPackage("dev.ballast.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.ballast.manifest..", "dev.ballast.report..", "dev.ballast.explain..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_PICOCLI = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ballast.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_FILES = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ballast.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.nio.file..");

    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_SPEAKS_S3 = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ballast.s3..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule ONLY_TEXT_KNOWS_FREEMARKER = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ballast.text..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("freemarker..");

    @ArchTest
    static final ArchRule ONLY_THE_CALENDAR_KNOWS_CRON_UTILS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ballast.calendar..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.cronutils..");

    @ArchTest
    static final ArchRule ONLY_SCHEMA_KNOWS_NETWORKNT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ballast.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.networknt..");

    @ArchTest
    static final ArchRule TIME_IS_AN_ARGUMENT = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.ballast.cli.Main")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith(NullMarked.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule EVERY_CLASS_IS_IN_A_MARKED_PACKAGE = classes()
            .should(new com.tngtech.archunit.lang.ArchCondition<JavaClass>("be in a null-marked package") {
                @Override
                public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(
                            type, marked, type.getName() + " is in a package that is not null-marked"));
                }
            });

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)$");

    @ArchTest
    static final ArchRule NO_STATIC_MUTABLE_STATE = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal();

    private ArchitectureTest() {}
}
