// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Folding;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.EscalateText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.SeenText;
import dev.countersign.app.text.TornText;
import dev.countersign.core.run.TornEndFile;
import dev.countersign.core.workspace.Finding;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// What is to be known of a run before anything else, the worst first.
final class RunNotices {
    private static final int MOST_SEEN = 3;

    private final UnfinishedBar unfinished;
    private final Consumer<String> finding;
    private final ZoneId viewer;
    private final Folding root = new Folding("notice", true);
    private ReadRun.OnFile onFile = ReadRun.OnFile.NOTHING;

    /// @param unfinished stands among the notices
    /// @param finding shows a finding
    /// @param viewer the time zone of whoever reads it
    RunNotices(UnfinishedBar unfinished, Consumer<String> finding, ZoneId viewer) {
        this.viewer = viewer;
        this.unfinished = unfinished;
        this.finding = finding;
        root.setId("seen-before");
    }

    Folding root() {
        return root;
    }

    /// Says who put this run on hold, who has seen another log of it, how much and when, and what
    /// was taken off its log.
    void onFile(ReadRun.OnFile kept) {
        onFile = kept;
        show();
    }

    /// What is on file.
    ReadRun.OnFile kept() {
        return onFile;
    }

    /// Says it again.
    void show() {
        List<Folding.Part> parts = new ArrayList<>(seen(SeenText.against(onFile.findings())));
        if (unfinished.show()) {
            parts.add(part(unfinished.root(), Mark.MALFORMED, "unfinished"));
        }
        if (!onFile.holds().isEmpty()) {
            VerdictMark mark =
                    VerdictMark.inline(
                            Mark.STOPPED, EscalateText.hold(onFile.holds().getLast(), viewer));
            mark.setId("on-hold");
            parts.add(part(wrap(mark), Mark.STOPPED, "on hold"));
        }
        for (TornEndFile torn : onFile.tornEnds()) {
            Label line = Parts.prose("Beside the log: " + TornText.sentence(torn), "muted");
            line.getStyleClass().add("torn-end");
            parts.add(part(line, Mark.OPEN, "torn end"));
        }
        root.show(parts);
    }

    private List<Folding.Part> seen(List<Finding> findings) {
        List<Finding> worstFirst =
                findings.stream().sorted(Comparator.comparingInt(Finding::severity)).toList();
        List<Folding.Part> parts = new ArrayList<>();
        for (Finding one : worstFirst.subList(0, Math.min(MOST_SEEN, findings.size()))) {
            parts.add(seen(one));
        }
        if (findings.size() > MOST_SEEN) {
            Finding next = worstFirst.get(MOST_SEEN);
            String more = Numbers.count(findings.size() - MOST_SEEN, "more finding");
            Label rest = Parts.prose("and " + more + " of other logs seen.", "muted");
            parts.add(part(line(rest, next), Mark.FAILED, next.severityWord()));
        }
        return parts;
    }

    private Folding.Part seen(Finding one) {
        String severity = one.severityWord();
        String whole = severity + ": " + SeenText.sentence(one, viewer);
        String few = severity + ": " + SeenText.brief(one);
        VerdictMark mark = wrap(VerdictMark.inline(Mark.FAILED, whole));
        var look = new Folding.Look(Mark.FAILED, severity);
        return new Folding.Part(
                line(mark, one), () -> look, brief -> mark.setText(brief ? few : whole));
    }

    /// Words, and the way to the finding that they are about.
    private Region line(Label words, Finding about) {
        Button way = Boxes.button("Finding", "", Feather.FLAG, () -> finding.accept(about.id()));
        way.setAccessibleText("Finding " + about.id() + ", " + words.getText());
        way.setMinWidth(Region.USE_PREF_SIZE);
        return Parts.row("seen-line", Parts.grow(words), way);
    }

    private static Folding.Part part(Region node, Mark mark, String word) {
        var look = new Folding.Look(mark, word);
        return new Folding.Part(node, () -> look);
    }

    static VerdictMark wrap(VerdictMark mark) {
        mark.setWrapText(true);
        mark.setTooltip(new Tooltip(mark.getText()));
        mark.setMinWidth(0);
        mark.setMinHeight(Region.USE_PREF_SIZE);
        return mark;
    }
}
