// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.CheckMark;
import dev.countersign.app.control.ClockBadge;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.Folding;
import dev.countersign.app.control.StatusMark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.QueueText;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.RunText;
import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.queue.Severity;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// What run it is, where it stands, what to do next, and its clocks.
final class HeaderPane {
    private static final int LONGEST_TITLE = 200;

    private final RunTime time;
    private final TextClipboard clipboard;
    private final Runnable integrity;
    private final Runnable again;
    private final RunNotices notices;
    private final SituationBox situation = new SituationBox();
    private final Folding badges = new Folding("clock", false);
    private final VBox root = Parts.column("run-header");
    private final List<Clock> clocks = new ArrayList<>();

    private boolean compact;
    private ReadRun.@Nullable Reading shown;

    private record Clock(RunClock clock, ClockBadge badge) {}

    /// @param finding shows a finding
    /// @param unfinished stands among the notices
    HeaderPane(
            RunTime time,
            TextClipboard clipboard,
            Runnable integrity,
            Runnable again,
            Consumer<String> finding,
            UnfinishedBar unfinished) {
        this.time = time;
        this.clipboard = clipboard;
        this.integrity = integrity;
        this.again = again;
        notices = new RunNotices(unfinished, finding, time.viewer());
        badges.setId("clocks");
        notices.root().onOpen(() -> badges.open(false));
        badges.onOpen(() -> notices.root().open(false));
    }

    Node root() {
        return root;
    }

    void show(ReadRun.Reading read) {
        RunSnapshot run = read.run();
        shown = read;
        clocks.clear();
        List<Folding.Part> parts = new ArrayList<>();
        for (RunClock clock : inOrder(run.clocks())) {
            var badge = new ClockBadge(clock, time.viewer(), RunText.verifies(run));
            clocks.add(new Clock(clock, badge));
            badge.compact(compact);
            parts.add(new Folding.Part(badge, () -> look(clock, badge)));
        }
        badges.show(parts);
        situation(read, notices.kept());
        root.getChildren().setAll(title(run), facts(run), situation.root(), notices.root());
        root.getChildren()
                .add(clocks.isEmpty() ? Parts.label("No clock was started.", "muted") : badges);
        tick(time.now().getValue());
    }

    /// What is on file about this run.
    void onFile(ReadRun.OnFile kept) {
        notices.onFile(kept);
        if (shown != null) {
            situation(shown, kept);
        }
    }

    private void situation(ReadRun.Reading read, ReadRun.OnFile kept) {
        situation.show(read.run(), read.policy().escalation(Severity.SEV_1.level()), kept);
    }

    /// Says again what is to be known of this run.
    void notices() {
        notices.show();
    }

    /// Where there is little room for the run itself.
    ///
    /// @param tight what can be opened is folded
    /// @param compact and each clock is one line
    void tight(boolean tight, boolean compact) {
        this.compact = compact;
        clocks.forEach(clock -> clock.badge().compact(compact));
        notices.root().tight(tight);
        badges.tight(tight);
    }

    private Folding.Look look(RunClock clock, ClockBadge badge) {
        ClockReading reading = time.clocks().at(clock, time.now().getValue());
        String word = ClockText.state(reading.state()).toLowerCase(Locale.ROOT);
        return new Folding.Look(badge.mark(), word);
    }

    /// What still runs comes first, the next deadline before the others.
    private static List<RunClock> inOrder(List<RunClock> clocks) {
        return clocks.stream()
                .sorted(
                        Comparator.comparing((RunClock c) -> !c.open())
                                .thenComparing(RunClock::due))
                .toList();
    }

    /// Says what the clocks say now.
    void tick(Instant now) {
        for (Clock clock : clocks) {
            clock.badge().show(time.clocks().at(clock.clock(), now), now);
        }
        badges.say();
    }

    private Node title(RunSnapshot run) {
        StatusMark status = StatusMark.of(run.status(), run.channels().of(Channel.INTEGRITY));
        status.setId("status");
        String subject = run.subject().isEmpty() ? run.runId() : run.subject();
        Label title = Parts.prose(Foreign.cut(Foreign.visible(subject), LONGEST_TITLE), "title");
        title.setId("subject");
        Button log = Boxes.button("Integrity", "i", Feather.LINK, integrity);
        log.setId("open-integrity");
        Boxes.accent(log, run.chain() != null && !RunText.verifies(run)); // that comes first then
        Button reload = Boxes.button("Read again", "F5", Feather.REFRESH_CW, again);
        reload.setId("again");
        return Parts.row(
                "run-title",
                status,
                chain(run.channels().of(Channel.INTEGRITY)),
                Parts.grow(title),
                Parts.row("buttons", log, reload));
    }

    /// Whether the chain holds, which whoever decides has to see first; leads to Integrity as the
    /// button beside it does.
    private Node chain(Outcome holds) {
        VerdictMark mark = VerdictMark.inline(CheckMark.mark(holds), QueueText.ofChain(holds));
        mark.setId("chain");
        mark.setTooltip(new Tooltip("Integrity shows it (i)"));
        mark.setOnMouseClicked(e -> integrity.run());
        mark.setCursor(Cursor.HAND);
        return mark;
    }

    private Node facts(RunSnapshot run) {
        var facts = new FlowPane();
        facts.getStyleClass().add("run-facts");
        facts.setId("facts");
        add(facts, "Run", run.runId());
        var report = run.chain();
        String head = report == null ? null : report.head();
        facts.getChildren()
                .add(
                        head == null
                                ? fact("Head", value("none"))
                                : fact("Head", new DigestLabel("head", head, clipboard::put)));
        String id = run.workflow();
        if (id == null || !run.runId().startsWith(id)) {
            add(facts, "Workflow", id);
        }
        add(facts, "Author", run.author());
        if (run.system() != null) {
            add(facts, "System", run.system());
        }
        add(facts, "Step", run.step());
        return facts;
    }

    private static void add(FlowPane facts, String name, @Nullable String text) {
        String known = text == null || text.isEmpty() ? "not known" : text;
        facts.getChildren().add(Boxes.within(facts, fact(name, value(known))));
    }

    private static Label value(String text) {
        Label label = Parts.label(Quotes.line(text), "mono");
        label.setTooltip(new Tooltip(Quotes.line(text)));
        return label;
    }

    private static HBox fact(String name, Node value) {
        return Parts.row("run-fact", Parts.label(name, "fact-name"), value);
    }
}
