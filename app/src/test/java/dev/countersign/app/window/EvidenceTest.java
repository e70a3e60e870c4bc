// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a signed run gives away to be checked elsewhere: a real run, a real key, real files.
class EvidenceTest extends SigningScreen {
    private Path run;

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        run = desk.copy(WAITS);
        desk.notes().keep(new Signer("ann@example.com", new KeySource.File(desk.key())));
        show(robot, run);
    }

    private void sign(FxRobot robot) {
        page.press(KeyCode.A).type(SigningDesk.PIN).press(KeyCode.ENTER);
        work(robot);
        page.press(KeyCode.ENTER);
        work(robot);
        page.press(KeyCode.DIGIT1);
    }

    /// It may be below what is in sight.
    private void check(FxRobot robot) {
        robot.interact(((Button) page.node("self-check"))::fire);
    }

    @Test
    void nothingIsToBeCheckedWhereNothingIsSigned() {
        assertThat(page.shows("approvals")).isTrue();
        assertThat(page.shows("self-check")).isFalse();
    }

    @Test
    void whatIsSignedCanBeCheckedElsewhere(FxRobot robot) throws Exception {
        sign(robot);
        Path out = Files.createDirectory(place.resolve("out"));
        desk.picks(out);
        check(robot);
        work(robot);
        Path written = out.resolve(WAITS + "-self-check");
        assertThat(said(robot))
                .isEqualTo("Written to " + written + ": README.txt there says how to check it.");
        try (Stream<Path> files = Files.list(written)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "README.txt",
                            "audit.jsonl",
                            "approval_recorded-13.p7m",
                            "approval_recorded-13.statement.json",
                            "approval_recorded-13.certificate.der");
        }
        assertThat(written.resolve("audit.jsonl"))
                .hasSameBinaryContentAs(run.resolve("audit.jsonl"));
        assertThat(desk.ledger()).startsWith("exported");
    }

    @Test
    void nothingIsOverwrittenAndNothingAddedToARun(FxRobot robot) throws Exception {
        sign(robot);
        desk.picks(run);
        check(robot);
        work(robot);
        assertThat(said(robot))
                .isEqualTo(
                        run
                                + " is a run directory, which would not be what it was any more:"
                                + " name a folder outside of it.");
        assertThat(run.resolve(WAITS + "-self-check")).doesNotExist();
        desk.picks(place);
        check(robot);
        work(robot);
        check(robot);
        work(robot);
        assertThat(said(robot))
                .isEqualTo(
                        place.resolve(WAITS + "-self-check").resolve("README.txt")
                                + " exists already: give it another name.");
    }

    @Test
    void whoeverThinksBetterOfItWritesNothing(FxRobot robot) throws Exception {
        sign(robot);
        check(robot);
        work(robot);
        assertThat(said(robot)).isNull();
        assertThat(desk.ledger()).doesNotContain("exported");
    }
}
