// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static dev.countersign.core.architecture.HouseRules.holds;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

import dev.countersign.core.json.planted.ReachesForward;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CORE = HouseRules.shipped();

    @Test
    void packagesAreAsDrawn() {
        holds(HouseRules.packagesDrawn(), CORE, Planted.OpensAFile.class);
        holds(HouseRules.packagesAsDrawn(), CORE, ReachesForward.class);
    }

    @Test
    void onlyFewOpenFiles() {
        holds(
                HouseRules.filesOnlyIn(
                        "dev.countersign.core.source..",
                        "dev.countersign.core.archive..",
                        "dev.countersign.core.journal..",
                        "dev.countersign.core.database..",
                        "dev.countersign.core.ledger..",
                        "dev.countersign.core.resume..",
                        "dev.countersign.core.workspace.."),
                CORE,
                Planted.OpensAFile.class);
    }

    @Test
    void nobodyAsksTheWallClock() {
        holds(HouseRules.wallClockOnlyIn(), CORE, Planted.AsksTheClock.class);
    }

    @Test
    void nobodyStartsThreads() {
        holds(HouseRules.threadsOnlyIn(), CORE, Planted.StartsAThread.class);
    }

    @Test
    void onlyOneStartsProcesses() {
        holds(
                HouseRules.processesOnlyIn("dev.countersign.core.resume.Resumption"),
                CORE,
                Planted.StartsAProcess.class);
    }

    /** Which authority is asked says the person at the desk. */
    @Test
    void onlyTimeStampAuthoritiesAreAsked() {
        ArchRule rule =
                HouseRules.networkOnlyIn("dev.countersign.core.trust.HttpTimeStampAuthority");
        holds(rule, CORE, Planted.CallsANetwork.class);
        holds(rule, CORE, Planted.FollowsAnAddress.class);
    }

    @Test
    void onlyFewHashAndSign() {
        holds(
                HouseRules.cryptographyOnlyIn(
                        "dev.countersign.core.json..",
                        "dev.countersign.core.bundle..",
                        "dev.countersign.core.chain..",
                        "dev.countersign.core.recovery..",
                        "dev.countersign.core.run..",
                        "dev.countersign.core.trust.."),
                CORE,
                Planted.Hashes.class);
    }

    @Test
    void noStaticState() {
        holds(HouseRules.noStaticState(), CORE, Planted.KeepsState.class);
        holds(HouseRules.noStaticState(), CORE, Planted.KeepsStateInAConstant.class);
    }

    @Test
    void noGetInstance() {
        holds(HouseRules.noGetInstance(), CORE, Planted.Singleton.class);
    }

    @Test
    void namesSayWhat() {
        holds(HouseRules.noEmptyNames(), CORE, Planted.FileHelper.class);
    }

    /**
     * The descriptor keeps JavaFX, AWT and the loggers out already; this also holds what java.base
     * brings.
     */
    @Test
    void printsAndLogsNothing() {
        var rule =
                noClasses()
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.lang\\.System\\$Logger.*")
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx..",
                                "java.awt..",
                                "javax.swing..",
                                "java.util.logging..",
                                "org.slf4j..");
        holds(rule, CORE, Planted.Prints.class);
        holds(rule, CORE, Planted.Logs.class);
    }
}
