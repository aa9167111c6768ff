package org.lossproof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Imports run one way, and independent routes share nothing. */
class ArchitectureTest {
    private static final List<String> STEPS = List.of(
            "kernel",
            "tolerance",
            "search",
            "loss",
            "moments",
            "expansion",
            "covariance",
            "landscape",
            "montecarlo",
            "page",
            "property",
            "theorem",
            "experiment",
            "claim",
            "report",
            "cli");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.lossproof");

    @Test
    void importsRunOneWay() {
        for (int i = 0; i < STEPS.size(); i++) {
            for (String later : STEPS.subList(i + 1, STEPS.size())) {
                noClasses()
                        .that()
                        .resideInAPackage("org.lossproof." + STEPS.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.lossproof." + later + "..")
                        .allowEmptyShould(false)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void theKernelImportsNothingButJava() {
        classes()
                .that()
                .resideInAPackage("org.lossproof.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.lossproof.kernel..", "java..")
                .check(CLASSES);
    }

    @Test
    void onlyTheKernelMakesTheorems() {
        constructors()
                .that()
                .areDeclaredIn(org.lossproof.kernel.Theorem.class)
                .should()
                .bePrivate()
                .check(CLASSES);
    }

    @Test
    void onlyOnePackageKnowsSymja() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.lossproof.expansion.symja..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.matheclipse..")
                .check(CLASSES);
    }

    @Test
    void theSamplerUsesNoExpansion() {
        noClasses()
                .that()
                .resideInAPackage("org.lossproof.montecarlo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lossproof.expansion..", "org.lossproof.moments..")
                .check(CLASSES);
    }

    @Test
    void theRoutesShareNoMoments() {
        noClasses()
                .that()
                .resideInAPackage("org.lossproof.expansion.symja..")
                .or()
                .haveSimpleName("RationalEvaluation")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.lossproof.moments.Isserlis")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.lossproof.expansion.SeriesExpansion")
                .check(CLASSES);
    }
}
