// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Date;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Rules that more than one module keeps. {@link #holds} checks a rule twice: the module keeps it,
 * and a planted breach breaks it, so that no rule is green because it looks at nothing.
 */
public final class HouseRules {
    private static final Path DRAWING = Path.of("packages.puml");
    private static final Pattern STEREOTYPE = Pattern.compile("<<(.+)>>");

    /** Beside `java.net` itself. */
    private static final Pattern NETWORK =
            Pattern.compile(
                    "(java\\.net\\.http|javax\\.net|java\\.rmi|javax\\.naming|sun\\.net"
                        + "|com\\.sun\\.net|javafx\\.scene\\.(web|media))\\..*"
                        + "|java\\.nio\\.channels\\.(.*Socket.*|Datagram.*|Network.*|Multicast.*)");

    /** JavaFX loads it from wherever it is. */
    private static final DescribedPredicate<JavaConstructorCall> IMAGE_FROM_AN_ADDRESS =
            describe(
                    "load an image from an address",
                    call ->
                            call.getTargetOwner().getName().startsWith("javafx.scene.image.Image")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .anyMatch(type -> type.isEquivalentTo(String.class)));

    private HouseRules() {}

    /** The classes a module ships; tests run in the module's directory. */
    public static JavaClasses shipped() {
        return new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    /** The module keeps the rule, and the breach does not. */
    public static void holds(ArchRule rule, JavaClasses module, Class<?> breach) {
        rule.check(module);
        JavaClasses planted = new ClassFileImporter().importClasses(breach);
        assertThatThrownBy(() -> rule.check(planted))
                .as("the breach %s is seen", breach.getSimpleName())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(breach.getSimpleName());
    }

    /** Every class is in a package of the drawing: a new package is drawn first. */
    public static ArchRule packagesDrawn() {
        String[] drawn =
                STEREOTYPE
                        .matcher(text(DRAWING))
                        .results()
                        .map(match -> match.group(1))
                        .toArray(String[]::new);
        return classes().should().resideInAnyPackage(drawn);
    }

    /** A package uses others only along the arrows of the drawing. */
    public static ArchRule packagesAsDrawn() {
        return classes()
                .should(adhereToPlantUmlDiagram(DRAWING, consideringOnlyDependenciesInDiagram()));
    }

    /** Time is taken once, where everything is put together, and handed in as a clock. */
    public static ArchRule wallClockOnlyIn(String... classNames) {
        return noClasses()
                .that(notNamed(classNames))
                .should()
                .callMethodWhere(
                        target(owner(resideInAPackage("java.time..")))
                                .and(target(nameMatching("now|system.*|tick.*"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class);
    }

    /**
     * Work in parallel is started in one place; everybody else is handed an executor, and may
     * honour an interrupt.
     */
    public static ArchRule threadsOnlyIn(String... packages) {
        DescribedPredicate<JavaAccess<?>> steersAThread =
                target(owner(equivalentTo(Thread.class)))
                        .and(
                                target(
                                        not(
                                                nameMatching(
                                                        "currentThread|interrupt|isInterrupted|interrupted"))))
                        .forSubtype();
        DescribedPredicate<JavaClass> startsThreads =
                describe(
                        "start threads",
                        type ->
                                type.isAssignableTo(ExecutorService.class)
                                        || type.isEquivalentTo(Executors.class)
                                        || type.isEquivalentTo(CompletableFuture.class)
                                        || type.isEquivalentTo(Timer.class)
                                        || type.getPackageName().equals("javafx.concurrent")
                                        || type.getName().equals("javafx.application.Platform"));
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .accessTargetWhere(steersAThread)
                .orShould()
                .dependOnClassesThat(startsThreads)
                .orShould()
                .callMethodWhere(target(nameMatching("parallel|parallelStream")));
    }

    /** Disks are read and written in few places. A path as a name is free, an open file is not. */
    public static ArchRule filesOnlyIn(String... packages) {
        DescribedPredicate<JavaClass> files =
                describe(
                        "open files",
                        type ->
                                type.isEquivalentTo(Files.class)
                                        || type.isEquivalentTo(FileChannel.class)
                                        || type.isEquivalentTo(AsynchronousFileChannel.class)
                                        || type.isEquivalentTo(RandomAccessFile.class)
                                        || type.getName()
                                                .matches(
                                                        "java\\.io\\.File(|(Input|Output)Stream|Reader|Writer)"));
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat(files);
    }

    /** Other programs are started in one place, after somebody said so. */
    public static ArchRule processesOnlyIn(String... classNames) {
        return noClasses()
                .that(notNamed(classNames))
                .should()
                .dependOnClassesThat(equivalentTo(ProcessBuilder.class))
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class);
    }

    /**
     * Nothing calls a network but who is named: an address is free, whatever could follow one is
     * not.
     */
    public static ArchRule networkOnlyIn(String... classNames) {
        var addresses =
                Set.of("URI", "URISyntaxException", "URL", "URLDecoder", "URLEncoder").stream()
                        .map("java.net."::concat)
                        .toList();
        DescribedPredicate<JavaClass> network =
                describe(
                        "reach a network",
                        type ->
                                type.getPackageName().equals("java.net")
                                                && !addresses.contains(type.getName())
                                        || NETWORK.matcher(type.getName()).matches());
        return noClasses()
                .that(notNamed(classNames))
                .should()
                .dependOnClassesThat(network)
                .orShould()
                .callMethodWhere(
                        target(owner(equivalentTo(URL.class)))
                                .and(target(nameMatching("open.*|getContent"))))
                .orShould()
                .callConstructorWhere(IMAGE_FROM_AN_ADDRESS);
    }

    /** Digests, keys and signatures are computed in few places. */
    public static ArchRule cryptographyOnlyIn(String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.security..", "javax.crypto..");
    }

    /** Nothing global: a static field is a constant. */
    public static ArchRule noStaticState() {
        DescribedPredicate<JavaClass> mutable =
                describe(
                        "a thing that changes",
                        type ->
                                type.getPackageName().equals("java.util.concurrent.atomic")
                                        || type.isAssignableTo(ThreadLocal.class)
                                        || type.isAssignableTo(StringBuilder.class)
                                        || type.isAssignableTo(AbstractCollection.class)
                                        || type.isAssignableTo(AbstractMap.class)
                                        || type.getName().startsWith("javafx.beans.property."));
        return fields().that()
                .areStatic()
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(mutable)
                .because("a static field is a constant")
                .allowEmptyShould(true);
    }

    /** No singletons that fetch themselves. */
    public static ArchRule noGetInstance() {
        return methods().should().notHaveName("getInstance").because("services are handed in");
    }

    /** Names say what a thing does. */
    public static ArchRule noEmptyNames() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?)")
                .because("the name says nothing");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> notNamed(String... classNames) {
        var names = Set.of(classNames);
        return describe("other classes than " + names, type -> !names.contains(type.getName()));
    }
}
