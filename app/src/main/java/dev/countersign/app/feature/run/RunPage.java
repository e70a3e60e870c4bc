// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.RunText;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Act;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.time.Instant;

/// One run: its header, claims beside evidence, the other pages beside both, decisions below.
final class RunPage {
    /// Its chain does not hold: nothing is lit as if it could be relied on.
    private static final PseudoClass DOUBTED = PseudoClass.getPseudoClass("doubted");

    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("tight");

    /// In less height than this, in ems, what stands above the run itself makes room for it.
    private static final double TIGHT = 60;

    private static final double TIGHTER = 55;

    private final RunViewModel model;
    private final HeaderPane header;
    private final ClaimsPane claims;
    private final EvidencePane evidence = new EvidencePane();
    private final TabsPane tabs;
    private final DecisionBar decisions;
    private final VBox root;

    RunPage(
            RunViewModel model,
            RunTime time,
            RunActions actions,
            TextClipboard clipboard,
            Runnable integrity) {
        this.model = model;
        decisions = new DecisionBar(actions);
        header =
                new HeaderPane(
                        time,
                        clipboard,
                        integrity,
                        model::again,
                        actions.finding(),
                        new UnfinishedBar(model));
        claims = new ClaimsPane(model);
        tabs = new TabsPane(model, time, actions, clipboard);
        HBox beside = Parts.row("claims-evidence", claims.root(), evidence.root());
        HBox.setHgrow(claims.root(), Priority.ALWAYS);
        HBox.setHgrow(evidence.root(), Priority.ALWAYS);
        beside.setMinSize(0, 0);
        claims.root().setMinSize(0, 0);
        evidence.root().setMinSize(0, 0);
        var split = new SplitPane(beside, tabs.root());
        split.getStyleClass().add("run-split");
        split.setDividerPositions(0.62);
        root = Parts.column("run", header.root(), Parts.grow(split), decisions.root());
        root.setId("run");
        claims.onEnter(evidence::focus);
        model.selectedProperty().subscribe(index -> evidence.select(model.row()));
        model.identityProperty().subscribe(identity -> decide());
        model.troubleProperty().subscribe(why -> header.notices());
        model.onFileProperty()
                .subscribe(kept -> {
                    header.onFile(kept);
                    tabs.onFile();
                });
        root.heightProperty().subscribe(this::tight);
        decisions.font().subscribe(this::tight);
    }

    Node root() {
        return root;
    }

    private void tight() {
        double ems = root.getHeight() / decisions.font().getValue().getSize();
        root.pseudoClassStateChanged(SHORT, ems < TIGHT);
        header.tight(ems < TIGHT, ems < TIGHTER);
    }

    void show(ReadRun.Reading read) {
        RunSnapshot run = read.run();
        header.show(read);
        evidence.show(run);
        claims.show(run, model.rows());
        root.pseudoClassStateChanged(DOUBTED, !RunText.verifies(run));
        tabs.show(read);
        header.notices();
        decide();
        evidence.select(model.row());
    }

    private void decide() {
        if (model.stateProperty().get() instanceof RunState.Shown shown) {
            decisions.show(shown, model.identityProperty().get());
        }
    }

    /// Presses the button of an act, if it can be pressed.
    void press(Act act) {
        decisions.press(act);
    }

    /// Shows what lets an approved run go on.
    void resume() {
        decisions.resume();
    }

    void tick(Instant now) {
        header.tick(now);
    }

    void focusClaims() {
        root.applyCss(); // a split pane takes its content in with its skin
        claims.focus();
    }

    boolean claimsFocused() {
        return claims.focused();
    }

    void focusPage() {
        tabs.focus();
    }
}
