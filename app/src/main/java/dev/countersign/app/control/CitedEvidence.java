// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.review.EvidenceText;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// Evidence as its named parts, with one span lit and in sight.
public final class CitedEvidence extends ScrollPane {
    private final VBox parts = new VBox();
    private @Nullable CitedText lit;
    private boolean scrollWanted;

    /// What is lit in the evidence.
    ///
    /// @param from first character of the whole text
    /// @param to the one after the last; equal to from for nothing
    /// @param exact whether it is what was cited, or only what is most like it
    public record Light(int from, int to, boolean exact) {
        /// Nothing is lit.
        public static final Light NONE = new Light(0, 0, true);
    }

    /// Empty.
    public CitedEvidence() {
        getStyleClass().addAll("detail-scroll", "cited-evidence");
        parts.getStyleClass().add("evidence-parts");
        setContent(parts);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        setMinSize(0, 0);
        viewportBoundsProperty().subscribe(this::arrive);
    }

    /// Shows evidence and brings the light into sight.
    ///
    /// @param above comes before it; null for nothing
    public void show(EvidenceText evidence, Light light, @Nullable Node above) {
        var window = EvidenceWindow.of(evidence, light.from(), light.to());
        parts.getChildren().clear();
        if (above != null) {
            parts.getChildren().add(above);
        }
        lit = null;
        for (EvidenceWindow.Shown shown : window.parts()) {
            parts.getChildren().add(part(shown, light.exact() ? "lit" : "lit-near"));
        }
        if (window.hidden() > 0) {
            parts.getChildren()
                    .add(note(Numbers.count(window.hidden(), "more part") + " not shown"));
        }
        scrollWanted = above == null;
        setVvalue(0);
        requestLayout();
    }

    /// Shows a sentence instead of evidence.
    public void say(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        parts.getChildren().setAll(label);
        lit = null;
    }

    private Node part(EvidenceWindow.Shown shown, String light) {
        String title = shown.name().isEmpty() ? "No evidence on file" : Quotes.line(shown.name());
        var name = new Label(title);
        name.getStyleClass().add("part-name");
        name.setWrapText(true);
        var box = new VBox(name);
        box.getStyleClass().add("evidence-part");
        if (shown.before() > 0) {
            box.getChildren().add(note("… " + Numbers.grouped(shown.before()) + " characters"));
        }
        if (shown.text().isEmpty()) {
            box.getChildren().add(note("(empty)"));
        } else {
            var text = new CitedText(shown.text(), shown.litFrom(), shown.litTo(), light);
            text.setAccessibleText(title + ": " + shown.text());
            box.getChildren().add(text);
            lit = lit == null && shown.lit() ? text : lit;
        }
        if (shown.after() > 0) {
            box.getChildren().add(note("… " + Numbers.grouped(shown.after()) + " characters"));
        }
        return box;
    }

    private static Label note(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        arrive();
    }

    private void arrive() {
        CitedText target = lit;
        double room = getViewportBounds().getHeight();
        if (!scrollWanted || room <= 0 || parts.getHeight() <= 0) {
            return;
        }
        parts.applyCss();
        parts.layout();
        scrollWanted = false;
        double spare = parts.getHeight() - room;
        if (target == null || spare <= 0) {
            return;
        }
        double top = parts.sceneToLocal(target.localToScene(0, target.lightTop())).getY();
        setVvalue(Math.clamp((top - room / 3) / spare, 0, 1));
    }
}
