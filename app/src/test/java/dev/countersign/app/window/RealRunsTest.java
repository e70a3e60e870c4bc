// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.app.feature.run.RunTab;
import dev.countersign.app.sample.ScriptedRuns;
import dev.countersign.app.text.RunText;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Obstacles;

import javafx.application.ColorScheme;
import javafx.scene.image.Image;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Runs that the real producer wrote, read by the real reader, on the run screen.
class RealRunsTest {
    private static final Path SAMPLES =
            Path.of("..", "core", "src", "test", "resources", "samples");
    private static final RunReader RUNS =
            new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get());
    private static final ReadRun READER =
            (run, progress, cancellation) ->
                    RUNS.read(run, VerifyRequest.DEFAULT, progress, cancellation)
                            .map(ScriptedRuns::reading);

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "change-approval-0da804633cdb | Completed. There is nothing to decide. | This run"
                        + " is completed: it waits for no approval.",
                "change-approval-45f4742be981 | Blocked by the independent review of r.okafor:"
                        + " citation does not support the claim. Answer the reviewer; a new review"
                        + " and another execution can end it. | The independent review blocked"
                        + " this run: answer the reviewer; a new review and another execution can"
                        + " end it.",
                "change-approval-a165073a11bd | Waits for an independent approval. Check each claim"
                        + " against the evidence, then decide. | none",
                "change-approval-b31b90463aba | Cannot be approved: 1 of 2 claims has no support in"
                    + " the evidence (ITGC-CM-01). Nobody can override the gate: m.chu corrects the"
                    + " input, which is a new run; the control owner closes the finding of this"
                    + " one. | This run is blocked (anti-fabrication gate: 1 unciteable"
                    + " assertion(s)): nobody can override that. Correct the input, which is"
                    + " another run, and close the finding of this one.",
                "personal-trade-compliance-1c4cf1cfd7bb | Completed with 1 control left open: a"
                        + " human has to look at that. | This run is completed: it waits for no"
                        + " approval.",
                "personal-trade-compliance-345bb54c9cd8 | Cannot be approved: 1 of 1 claim has no"
                    + " support in the evidence (PAD-1). Nobody can override the gate: u.chu"
                    + " corrects the input, which is a new run; the control owner closes the"
                    + " finding of this one. | This run is blocked (anti-fabrication gate: 1"
                    + " unciteable claim(s)): nobody can override that. Correct the input, which is"
                    + " another run, and close the finding of this one.",
                "personal-trade-compliance-bf41820e7aa5 | Completed with 1 violation. It needs an"
                        + " owner and a disposition; no approval clears it. | This run is"
                        + " completed: it waits for no approval."
            })
    void isExplainedAndDrawn(String id, String situation, String decision) throws Exception {
        RunSnapshot run = RUNS.read(SAMPLES.resolve(id));
        assertThat(RunText.situation(run)).isEqualTo(situation);
        assertThat(
                        Obstacles.of(
                                        run,
                                        DefaultPolicy.get(),
                                        new Act.Approve(null, ""),
                                        "ann@example.com",
                                        null)
                                .stream()
                                .map(Obstacle::sentence)
                                .findFirst()
                                .orElse("none"))
                .isEqualTo(decision);
        var look = new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 0);
        Image image =
                WaitForAsyncUtils.asyncFx(() ->
                                RunPictures.draw(look, READER, SAMPLES.resolve(id), RunTab.RESULTS))
                        .get(30, TimeUnit.SECONDS);
        Png.write(image, Path.of("target", "screens", "run-real-" + id + ".png"));
    }
}
