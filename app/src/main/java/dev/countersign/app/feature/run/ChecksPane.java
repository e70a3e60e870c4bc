// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.CheckMark;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.CompletenessText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The cross-checks by channel, each with what disagrees. What failed is open from the start.
final class ChecksPane {
    private static final int MOST = 50;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 300;

    private ChecksPane() {}

    /// @param completeness whether anything is missing from the log
    /// @param copy where copied hashes go
    static Node of(RunSnapshot run, CompletenessText completeness, Consumer<String> copy) {
        List<Node> channels = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            List<Check> checks =
                    run.channels().checks().stream()
                            .filter(check -> check.kind().channel() == channel)
                            .toList();
            channels.add(
                    channel == Channel.COMPLETENESS
                            ? completeness(run, completeness)
                            : channel(run, channel, checks, copy));
        }
        List<Check> additional = run.channels().additional();
        if (!additional.isEmpty()) {
            channels.add(additional(run, additional, copy));
        }
        return Parts.page("Checks", channels.toArray(Node[]::new));
    }

    private static Node completeness(RunSnapshot run, CompletenessText says) {
        VBox box = channel(run, Channel.COMPLETENESS, says.outcome());
        String sentence = Quotes.capital(says.reason()) + ".";
        box.getChildren().add(check(run, Check.Kind.CHECKPOINT, says.outcome(), sentence));
        box.setId("completeness");
        return box;
    }

    private static VBox channel(RunSnapshot run, Channel channel, Outcome outcome) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return Parts.column(
                "channel",
                Parts.row(
                        "channel-head",
                        Parts.label(CheckText.name(channel), "section-title"),
                        gap,
                        mark(run, outcome)));
    }

    private static Node channel(
            RunSnapshot run, Channel channel, List<Check> checks, Consumer<String> copy) {
        VBox box = channel(run, channel, run.channels().of(channel));
        checks.forEach(check -> box.getChildren().add(check(run, check, copy)));
        if (checks.isEmpty()) {
            box.getChildren().add(Parts.prose("No check was made.", "muted"));
        }
        return box;
    }

    private static VerdictMark mark(RunSnapshot run, Outcome outcome) {
        return VerdictMark.inline(
                Parts.toned(run, CheckMark.mark(outcome)), CheckText.word(outcome));
    }

    /// They speak for no channel, so there is no verdict over them.
    private static Node additional(RunSnapshot run, List<Check> checks, Consumer<String> copy) {
        VBox box =
                Parts.column(
                        "channel",
                        Parts.label("Additional", "section-title"),
                        Parts.prose(
                                "Stricter than the pipeline's own tests; what they find is worth a"
                                        + " look and no disagreement.",
                                "muted"));
        box.setId("additional-checks");
        checks.forEach(check -> box.getChildren().add(check(run, check, copy)));
        return box;
    }

    private static VBox check(RunSnapshot run, Check.Kind kind, Outcome outcome, String sentence) {
        VBox words =
                Parts.column(
                        "check-words",
                        Parts.row(
                                "claim-head",
                                mark(run, outcome),
                                Parts.prose(CheckText.name(kind))),
                        Parts.prose(sentence, "muted"));
        return Parts.column("check", words);
    }

    private static Node check(RunSnapshot run, Check check, Consumer<String> copy) {
        VBox box = check(run, check.kind(), check.outcome(), CheckText.sentence(check));
        if (!check.evidence().isEmpty()) {
            box.getChildren().addAll(evidence(check, copy));
        }
        return box;
    }

    private static Node[] evidence(Check check, Consumer<String> copy) {
        VBox lines = Parts.column("check-evidence");
        List<Check.Evidence> all = check.evidence();
        for (Check.Evidence evidence : all.subList(0, Math.min(MOST, all.size()))) {
            lines.getChildren().add(line(evidence, copy));
        }
        if (all.size() > MOST) {
            String more = "and " + Numbers.grouped(all.size() - MOST) + " more";
            lines.getChildren().add(Parts.prose(more, "muted"));
        }
        var icon = new FontIcon(Feather.CHEVRON_RIGHT);
        var toggle = new ToggleButton(Numbers.count(all.size(), "disagreement"), icon);
        toggle.getStyleClass().addAll("flat", "disclosure");
        toggle.setAccessibleText(
                "Evidence of " + CheckText.name(check.kind()) + ", " + toggle.getText());
        toggle.selectedProperty()
                .subscribe(open -> {
                    lines.setVisible(open);
                    lines.setManaged(open);
                    icon.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
                });
        toggle.setSelected(check.outcome() == Outcome.FAILED);
        return new Node[] {toggle, lines};
    }

    private static Node line(Check.Evidence evidence, Consumer<String> copy) {
        VBox box = Parts.column("evidence-line");
        String place = CheckText.place(evidence);
        if (!place.isEmpty()) {
            box.getChildren().add(Parts.prose(place, "part-name"));
        }
        boolean brief = DigestLabel.toldApart(evidence.expected(), evidence.found());
        box.getChildren()
                .addAll(
                        side("expected", evidence.expected(), brief, copy),
                        side("found", evidence.found(), brief, copy));
        return box;
    }

    private static Node side(
            String name, @Nullable String value, boolean brief, Consumer<String> copy) {
        Label title = Parts.label(name, "fact-name", "side-name");
        if (value != null && brief && HASH.matcher(value).matches()) {
            return Parts.row("side", title, new DigestLabel(name + " hash", value, copy));
        }
        String shown = value == null ? "nothing" : Foreign.cut(Foreign.visible(value), LONGEST);
        var text = Parts.prose(shown, value == null ? "muted" : "mono");
        return Parts.row("side", title, Parts.grow(text));
    }
}
