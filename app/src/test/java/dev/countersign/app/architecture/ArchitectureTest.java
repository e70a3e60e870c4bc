// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static dev.countersign.core.architecture.HouseRules.holds;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import dev.countersign.app.theme.planted.ReachesForward;
import dev.countersign.core.architecture.HouseRules;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses APP = HouseRules.shipped();

    @Test
    void packagesAreAsDrawn() {
        holds(HouseRules.packagesDrawn(), APP, Planted.OpensAFile.class);
        holds(HouseRules.packagesAsDrawn(), APP, ReachesForward.class);
    }

    /** To the root package the process's own standard output is a file. */
    @Test
    void onlyPlatformAndCommandLineOpenFiles() {
        holds(
                HouseRules.filesOnlyIn(
                        "dev.countersign.app.platform..",
                        "dev.countersign.app.cli..",
                        "dev.countersign.app"),
                APP,
                Planted.OpensAFile.class);
    }

    @Test
    void onlyWiringAsksTheWallClock() {
        holds(
                HouseRules.wallClockOnlyIn(
                        "dev.countersign.app.Wiring",
                        // the roots of the command line and of its training: Wiring would load
                        // JavaFX
                        "dev.countersign.app.Countersign",
                        "dev.countersign.app.Training",
                        "dev.countersign.app.Trial"),
                APP,
                Planted.AsksTheClock.class);
    }

    /** The root package may start and stop what background makes. */
    @Test
    void onlyBackgroundStartsThreads() {
        holds(
                HouseRules.threadsOnlyIn("dev.countersign.app.background..", "dev.countersign.app"),
                APP,
                Planted.StartsAThread.class);
    }

    /** Java's other window system would start beside JavaFX's. */
    @Test
    void onlyThePreviewKnowsAwt() {
        var rule =
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.countersign.app.preview..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.awt..", "javax.swing..");
        holds(rule, APP, Planted.DrawsWithAwt.class);
    }

    @Test
    void nobodyCallsANetwork() {
        holds(HouseRules.networkOnlyIn(), APP, Planted.CallsANetwork.class);
        holds(HouseRules.networkOnlyIn(), APP, Planted.FollowsAnAddress.class);
        holds(HouseRules.networkOnlyIn(), APP, Planted.LoadsAPicture.class);
    }

    @Test
    void nobodyHashes() {
        holds(HouseRules.cryptographyOnlyIn(), APP, Planted.Hashes.class);
    }

    @Test
    void noStaticState() {
        holds(HouseRules.noStaticState(), APP, Planted.KeepsState.class);
    }

    @Test
    void noGetInstance() {
        holds(HouseRules.noGetInstance(), APP, Planted.Singleton.class);
    }

    @Test
    void namesSayWhat() {
        holds(HouseRules.noEmptyNames(), APP, Planted.FileHelper.class);
    }

    @Test
    void viewsSeeValuesOfCoreOnly() {
        var service =
                describe(
                        "a service of core, not a record, enum or sealed interface",
                        (JavaClass type) ->
                                type.getPackageName().startsWith("dev.countersign.core.")
                                        && !type.isRecord()
                                        && !type.isEnum()
                                        && !type.reflect().isSealed());
        var rule =
                noClasses()
                        .that()
                        .haveNameMatching(".*(View|Pane|Skin)(\\$.*)?")
                        .should()
                        .dependOnClassesThat(service);
        holds(rule, APP, Planted.ServiceView.class);
    }

    @Test
    void viewModelsKnowNoScene() {
        var scene =
                describe(
                        "JavaFX beyond its beans and collections",
                        (JavaClass type) ->
                                type.getName().startsWith("javafx.")
                                        && !type.getPackageName().startsWith("javafx.beans")
                                        && !type.getPackageName().equals("javafx.collections"));
        var rule =
                noClasses()
                        .that()
                        .haveNameMatching(".*ViewModel(\\$.*)?")
                        .should()
                        .dependOnClassesThat(scene);
        holds(rule, APP, Planted.SceneViewModel.class);
    }
}
