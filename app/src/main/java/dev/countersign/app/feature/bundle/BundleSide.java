// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.CopyButton;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.PathLabel;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.BundleWords;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.bundle.BagFault;
import dev.countersign.core.bundle.BagReport;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.BundledRun;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a bundle is, and what speaks against it.
final class BundleSide {
    /// More are counted, not listed.
    private static final int MOST = 200;

    private final TextClipboard clipboard;
    private final VBox content = Boxes.column("detail");
    private final ScrollPane scroll = new ScrollPane(content);

    BundleSide(TextClipboard clipboard) {
        this.clipboard = clipboard;
        scroll.setId("bundle-side");
        scroll.getStyleClass().addAll("detail-scroll", "bundle-side");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText("What the bundle is");
    }

    ScrollPane root() {
        return scroll;
    }

    /// What is known before it was verified.
    void show(Path bundle, BundleListing listing) {
        content.getChildren().setAll(facts(bundle, listing, null));
    }

    /// @param digest of the bundle; null until it is known
    void show(
            Path bundle,
            BundleListing listing,
            BundleReport report,
            @Nullable JobEnd<String> digest) {
        List<Node> parts = new ArrayList<>();
        parts.add(facts(bundle, listing, digest));
        List<Node> against = new ArrayList<>();
        BagReport bag = report.bag();
        List<BagFault> faults = new ArrayList<>(bag == null ? List.of() : bag.errors());
        faults.addAll(report.damage());
        faults.stream().limit(MOST).forEach(f -> against.add(line(Mark.FAILED, f.sentence())));
        if (faults.size() > MOST) {
            against.add(Boxes.prose(BundleWords.more(faults.size() - MOST), "muted"));
        }
        report.disagreements().forEach(sentence -> against.add(line(Mark.FAILED, sentence)));
        report.runs().stream()
                .filter(BundledRun::negative)
                .limit(MOST)
                .forEach(run -> against.add(line(Mark.FAILED, BundleWords.against(run))));
        if (!against.isEmpty()) {
            parts.add(section("Problems", against));
        }
        if (bag != null && !bag.warnings().isEmpty()) {
            parts.add(
                    section(
                            "Notes",
                            bag.warnings().stream()
                                    .limit(MOST)
                                    .map(warning -> line(Mark.NOTE, warning.sentence()))
                                    .toList()));
        }
        parts.add(Boxes.prose(BundleWords.proves(), "muted"));
        content.getChildren().setAll(parts);
    }

    private Node facts(Path bundle, BundleListing listing, @Nullable JobEnd<String> digest) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "Bundle", new PathLabel("the bundle", bundle, clipboard::put));
        FactGrid.add(facts, "Form", Boxes.prose(BundleWords.kind(listing.bag())));
        FactGrid.add(facts, "Files", Boxes.prose(Numbers.grouped(listing.files())));
        FactGrid.add(facts, "Size", Boxes.prose(Numbers.bytes(listing.bytes())));
        FactGrid.add(facts, "Runs", Boxes.prose(Numbers.grouped(listing.runs().size())));
        Node shown = shown(digest);
        if (shown == null) {
            return facts;
        }
        FactGrid.add(facts, "SHA-256", shown);
        return Boxes.column("section", facts, Boxes.prose(BundleWords.compareHash(), "muted"));
    }

    /// Null if there is none, or none yet.
    private @Nullable Node shown(@Nullable JobEnd<String> digest) {
        return switch (digest) {
            case null -> null;
            case JobEnd.Failed<String>(String sentence) -> Boxes.prose(sentence);
            case JobEnd.Done<String>(String sha256, _) ->
                    sha256.isEmpty()
                            ? null
                            : new DigestLabel("SHA-256 of the bundle", sha256, clipboard::put);
        };
    }

    /// Long hashes by their beginnings; a copy has all of them.
    private Node line(Mark mark, String sentence) {
        String few = Quotes.shortened(sentence);
        Node said = SheetParts.mark(mark, Foreign.path(few));
        if (few.equals(sentence)) {
            return said;
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        return Boxes.row(
                "bundle-problem", said, new CopyButton("whole hashes", sentence, clipboard::put));
    }

    private static Node section(String title, List<Node> lines) {
        return Boxes.section(title, lines.toArray(Node[]::new));
    }
}
