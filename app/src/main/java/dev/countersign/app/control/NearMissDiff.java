// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.Foreign;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.List;
import java.util.stream.Collectors;

/// A citation above the stretch of evidence that is most like it. Words that only the citation has
/// are struck through, words that only the evidence has are underlined; both are bold, so that it
/// can be read in grey.
public final class NearMissDiff extends VBox {
    private static final int LONGEST = 4_000;

    /// @param citation what was cited
    /// @param evidence what stands there
    public NearMissDiff(String citation, String evidence) {
        getStyleClass().add("near-miss-diff");
        var diff =
                WordDiff.of(
                        Foreign.cut(Foreign.visible(citation), LONGEST),
                        Foreign.cut(Foreign.visible(evidence), LONGEST));
        getChildren()
                .addAll(
                        row("The citation says", diff.left(), "only-cited"),
                        row("The evidence says", diff.right(), "only-evidence"));
        setAccessibleText(
                spoken("The citation alone says", diff.left())
                        + spoken("The evidence alone says", diff.right()));
    }

    private static VBox row(String name, List<WordDiff.Stretch> stretches, String only) {
        var title = new Label(name);
        title.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("fact-name");
        var flow = new TextFlow();
        flow.getStyleClass().add("raw-flow");
        for (WordDiff.Stretch stretch : stretches) {
            if (!flow.getChildren().isEmpty()) {
                flow.getChildren().add(text(" ", "raw"));
            }
            flow.getChildren().add(text(stretch.text(), stretch.same() ? "raw" : only));
        }
        return new VBox(title, flow);
    }

    private static Text text(String text, String style) {
        var node = new Text(text);
        node.getStyleClass().add(style);
        return node;
    }

    private static String spoken(String name, List<WordDiff.Stretch> stretches) {
        String words =
                stretches.stream()
                        .filter(stretch -> !stretch.same())
                        .map(WordDiff.Stretch::text)
                        .collect(Collectors.joining("; "));
        return words.isEmpty() ? "" : name + ": " + words + ". ";
    }
}
