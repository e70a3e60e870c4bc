// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.control.StatusMark;
import dev.countersign.app.feature.run.RecordSearch;
import dev.countersign.app.feature.run.RunActions;
import dev.countersign.app.feature.run.RunTab;
import dev.countersign.app.feature.run.RunTime;
import dev.countersign.app.feature.run.RunView;
import dev.countersign.app.feature.run.RunViewModel;
import dev.countersign.app.sample.SampleKept;
import dev.countersign.app.sample.SampleReports;
import dev.countersign.app.sample.SampleRuns;
import dev.countersign.app.sample.ScriptedRuns;
import dev.countersign.app.sample.Steps;
import dev.countersign.app.text.RunText;
import dev.countersign.app.theme.Themes;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.UnfinishedApproval;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(WindowExtension.class)
class RunScreenTest {
    private final ScriptedRuns reader = new ScriptedRuns();
    private final Steps workers = new Steps();
    private final List<String> copied = new ArrayList<>();
    private final List<Path> integrity = new ArrayList<>();
    private final SimpleObjectProperty<Instant> now = new SimpleObjectProperty<>(SampleRuns.NOW);
    private final List<Act> decided = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private int backs;
    private RunViewModel model;
    private RunView view;
    private RunScreenPage page;

    @Start
    void start(Stage stage) {
        HeadlessFx.install();
        model = new RunViewModel(reader, run -> {}, new Jobs(workers, Runnable::run, new Steps()));
        RunTime time = RunPictures.time();
        view =
                new RunView(
                        model,
                        new RunTime(now, time.viewer(), time.clocks()),
                        new RunActions(
                                integrity::add,
                                () -> backs++,
                                decided::add,
                                () -> {},
                                () -> {},
                                () -> {},
                                () -> {},
                                findings::add),
                        copied::add);
        var scene = new Scene(new StackPane(view.root()), 980, 760);
        var _ = new Themes(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, view::keyPressed);
        stage.setScene(scene);
        stage.show();
        view.inSight(true);
    }

    @BeforeEach
    void page(FxRobot robot) {
        page = new RunScreenPage(robot);
    }

    private void open(FxRobot robot, String name) {
        robot.interact(() -> {
            model.open(ScriptedRuns.directory(name));
            workers.all();
        });
    }

    private static Node focused(FxRobot robot) {
        return robot.lookup("#claims").query().getScene().getFocusOwner();
    }

    @Test
    void whatAFirmsOwnRulesGaveIsSaidOfEach(FxRobot robot) {
        open(robot, "awaiting");
        assertThat(page.shows("added-rules")).isFalse();
        open(robot, "added-rules");
        assertThat(page.words("added-rules"))
                .containsSubsequence(
                        "com.harbourbank.controls.Gone",
                        "Not checked",
                        "com.harbourbank.controls.FreezeRules",
                        "1 found",
                        "HB-SEC-7 · deficiency",
                        "com.harbourbank.controls.OwnerRules",
                        "Nothing found",
                        "com.harbourbank.controls.TicketRules",
                        "Not checked",
                        "Not checked: the rules of com.harbourbank.controls.TicketRules failed:"
                                + " java.lang.IllegalStateException: no ticket in the payload");
        assertThat(robot.lookup("#added-rules .label.mark-verified").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .containsExactly("Nothing found");
        assertThat(page.words("controls")).contains("HB-SEC-7  Changes outside the window");
    }

    @Test
    void emptyThenUnderWayThenThere(FxRobot robot) {
        assertThat(page.shows("run-empty")).isTrue();
        robot.interact(() -> model.open(ScriptedRuns.directory("awaiting")));
        assertThat(page.shows("run-loading")).isTrue();
        robot.interact(workers::all);
        assertThat(page.text("subject"))
                .isEqualTo("CHG-1310 Change discount logic in production billing.");
        assertThat(page.text("status")).isEqualTo("Awaiting approval");
        assertThat(page.words("facts"))
                .contains("change-approval-0155cb2f963b", "m.chu", "billing-engine");
        assertThat(page.words("clocks"))
                .contains("Approval", "1h 42m left", "due Tue 14:02", "Review");
        assertThat(page.everyControlSpeaks()).isTrue();
    }

    @Test
    void aRecordThatWasFoundIsShownInTheTimeline(FxRobot robot) {
        open(robot, "awaiting");
        var hit = RecordSearch.find(model.events(), "record 3", 9).getFirst();
        robot.interact(() -> model.show(hit.event()));
        assertThat(model.tabProperty().get()).isEqualTo(RunTab.TIMELINE);
        var timeline = robot.lookup("#timeline").queryListView();
        assertThat(timeline.getSelectionModel().getSelectedItem()).isEqualTo(hit.event());
        assertThat(timeline.isFocused()).isTrue();
    }

    @Test
    void whoHasSeenAnotherLogIsSaidWithTheWayToTheFinding(FxRobot robot) {
        open(robot, "awaiting");
        assertThat(robot.lookup("#seen-before").query().isVisible()).isFalse();
        open(robot, "tampered");
        assertThat(page.words("seen-before"))
                .contains("SEV-1: witness audit desk has seen another log of this run.");
        robot.interact(() -> robot.lookup("#seen-before > .more").queryButton().fire());
        assertThat(page.words("seen-before"))
                .contains(
                        "SEV-1: witness audit desk has seen 21 records up to head "
                                + SampleReports.HEAD.substring(0, 12)
                                + "… at 2026-11-19 17:00, here are 23 up to 91bb04e2d3c7…:"
                                + " changed since.",
                        "Beside the log: audit.jsonl.torn-1, 12 bytes, SHA-256 "
                                + SampleReports.HEAD
                                + ": what a crash left of a record. It is no part of the log.");
        assertThat(page.text("on-hold"))
                .isEqualTo(
                        "On hold since 2026-11-20 11:02 by ada@example.org: The log of this run"
                                + " is broken.");
        robot.interact(() -> robot.lookup("#seen-before .button").queryButton().fire());
        assertThat(findings).containsExactly(SampleKept.FOUND.getLast().id());
        open(robot, "awaiting");
        assertThat(robot.lookup("#seen-before").query().isVisible()).isFalse();
    }

    @Test
    void clocksTickByTheOneNow(FxRobot robot) {
        open(robot, "awaiting");
        robot.interact(() -> now.set(SampleRuns.NOW.plusSeconds(3600)));
        assertThat(page.words("clocks")).contains("42m left");
        robot.interact(() -> now.set(SampleRuns.NOW.plusSeconds(3601)));
        assertThat(page.words("clocks")).contains("41m 59s left");
        robot.interact(() -> {
            view.inSight(false);
            now.set(SampleRuns.NOW.plusSeconds(9000));
        });
        assertThat(page.words("clocks")).contains("41m 59s left");
        robot.interact(() -> view.inSight(true));
        assertThat(page.words("clocks")).contains("48m over");
    }

    @Test
    void claimsAreWalkedByKeyAndLightTheirEvidence(FxRobot robot) {
        open(robot, "gate-blocked");
        assertThat(page.claims().getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(page.text("grounding-sentence"))
                .isEqualTo(
                        "The citation is not in the evidence. The closest passage is 79 % alike.");
        assertThat(page.shows("near-miss")).isTrue();
        page.press(KeyCode.J);
        assertThat(page.words("grounding")).contains("No citation");
        assertThat(page.shows("near-miss")).isFalse();
        page.press(KeyCode.DOWN);
        assertThat(page.words("grounding")).contains("Grounded, across two values");
        page.press(KeyCode.K).press(KeyCode.K).press(KeyCode.K);
        assertThat(page.words("grounding"))
                .containsExactly("Grounded", "The citation is in “test_signoff”.");
    }

    /// Whoever approves sees whether the chain holds before they do.
    @Test
    void whetherTheChainHoldsStandsBesideTheStatus(FxRobot robot) {
        open(robot, "awaiting");
        assertThat(page.text("chain")).isEqualTo("Chain intact");
        assertThat(robot.lookup("#chain").queryAs(Label.class).getStyleClass())
                .contains("mark-verified");
        page.click("chain");
        assertThat(integrity).containsExactly(ScriptedRuns.directory("awaiting"));
        open(robot, "tampered");
        assertThat(page.text("chain")).isEqualTo("Chain broken");
        assertThat(robot.lookup("#chain").queryAs(Label.class).getStyleClass())
                .contains("mark-failed");
    }

    @Test
    void thatNothingCanBeReliedOnIsSaidOnceWhereItCounts(FxRobot robot) {
        open(robot, "tampered");
        for (KeyCode tab : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT4)) {
            page.press(tab);
            assertThat(robot.lookup(".label").<Label>queryAllAs(Label.class))
                    .extracting(Seen::of)
                    .filteredOn(text -> text.contains("relied on"))
                    .containsExactly(RunText.situation(SampleRuns.tampered()));
        }
    }

    /// What the queue says of a broken run its page says, too.
    @Test
    void whoActsOnABrokenChainIsSaid(FxRobot robot) {
        open(robot, "awaiting");
        assertThat(page.shows("at-once")).isFalse();
        open(robot, "tampered");
        assertThat(page.text("at-once"))
                .isEqualTo("Platform owner, audit: at once; the workflow is put on hold.");
    }

    @Test
    void theHashesOfADisagreementAreCopiedWhole(FxRobot robot) {
        open(robot, "tampered");
        page.press(KeyCode.DIGIT2);
        robot.interact(() ->
                robot.lookup(".check-evidence .digest-label .icon-button").queryButton().fire());
        assertThat(copied).singleElement().asString().matches("[0-9a-f]{64}");
    }

    @Test
    void whyNoRecordCanBeObservedIsSaid(FxRobot robot) {
        open(robot, "awaiting");
        page.press(KeyCode.DIGIT5);
        assertThat(page.text("observe-why")).isEqualTo("Select a record first.");
        assertThat(robot.lookup("#observe").query().getAccessibleText())
                .isEqualTo("Observe, not possible. Select a record first.");
        page.press(KeyCode.DOWN);
        assertThat(page.text("observe-why")).isEmpty();
        assertThat(robot.lookup("#observe").query().isDisabled()).isFalse();
    }

    @Test
    void theWholeScreenIsReachedByKeysAlone(FxRobot robot) {
        open(robot, "tampered");
        assertThat(focused(robot).getId()).isEqualTo("claims");
        page.press(KeyCode.ENTER);
        assertThat(focused(robot).getId()).isEqualTo("evidence");
        page.press(KeyCode.DIGIT2);
        assertThat(page.shows("run")).isTrue();
        page.press(KeyCode.DIGIT3);
        assertThat(page.field("payload")).startsWith("{\n  \"id\": \"CHG-1310\"");
        page.press(KeyCode.DIGIT4);
        assertThat(focused(robot).getId()).isEqualTo("files");
        page.press(KeyCode.DIGIT5).press(KeyCode.DOWN);
        assertThat(page.field("fields")).contains("event: ", "hash: ");
        assertThat(page.text("observe-why")).isEqualTo("This log takes no signature.");
        page.press(KeyCode.ESCAPE);
        assertThat(focused(robot).getId()).isEqualTo("claims");
        assertThat(backs).isZero();
        page.press(KeyCode.ESCAPE);
        assertThat(backs).isEqualTo(1);
        page.press(KeyCode.I);
        assertThat(integrity).containsExactly(ScriptedRuns.directory("tampered"));
        page.press(KeyCode.F5);
        robot.interact(workers::all);
        assertThat(reader.asked).hasSize(2);
    }

    @Test
    void unknownEventsAreInTheTimeline(FxRobot robot) {
        open(robot, "gate-blocked");
        page.press(KeyCode.DIGIT5);
        ListView<?> timeline = robot.lookup("#timeline").queryListView();
        assertThat(timeline.getItems()).hasSize(8);
        page.press(KeyCode.END);
        assertThat(page.field("fields")).contains("event: population_sampled", "drawn: 25");
    }

    @Test
    void claimsOfAnUnknownWorkflowAndWhatElseItRecordedAreShown(FxRobot robot) {
        open(robot, "foreign");
        assertThat(model.rows())
                .extracting(row -> row.word() + " " + row.control())
                .containsExactly(
                        "Not checked KYC-01",
                        "Not checked KYC-02",
                        "Not checked ",
                        "Left open KYC-03");
        robot.interact(() -> model.tabProperty().set(RunTab.INPUT));
        assertThat(robot.lookup("#other-data").<TextArea>queryAs(TextArea.class).getText())
                .contains("risk_score", "0.27", "B. Roy")
                .doesNotContain("payload", "claims");
    }

    @Test
    void aBrokenChainLeavesNothingGreenBelowItsWarning(FxRobot robot) {
        for (RunTab tab : RunTab.values()) {
            open(robot, "tampered");
            robot.interact(() -> model.tabProperty().set(tab));
            assertThat(
                            robot.lookup("#run .mark-verified").queryAll().stream()
                                    .filter(Node::isVisible)
                                    .toList())
                    .as(tab.word())
                    .isEmpty();
        }
    }

    @Test
    void aStatusIsGreenOnlyWhereItsChainHolds(FxRobot robot) {
        for (RunStatus status : RunStatus.values()) {
            for (Outcome integrity : Outcome.values()) {
                robot.interact(() -> {
                    StatusMark mark = StatusMark.of(status, integrity);
                    assertThat(mark.getStyleClass().contains("mark-verified"))
                            .as(status + ", chain " + integrity)
                            .isEqualTo(
                                    status == RunStatus.COMPLETED && integrity == Outcome.VERIFIED);
                });
            }
        }
        robot.interact(() -> {
            StatusMark mark = StatusMark.of(RunStatus.COMPLETED, Outcome.VERIFIED);
            mark.show(RunStatus.COMPLETED, Outcome.FAILED);
            assertThat(mark.getAccessibleText())
                    .isEqualTo(
                            "Completed. All steps are done. Its chain does not hold: do not rely on"
                                    + " it.");
        });
    }

    @Test
    void theRunsOwnFindingsAreNotTakenForThoseOfTheDesk(FxRobot robot) {
        open(robot, "awaiting");
        assertThat(page.words("findings"))
                .containsExactly(
                        "Findings of the run's rules",
                        "The run recorded none, and its rules give none here.",
                        "What this desk found about the run is under Findings (Ctrl+3).");
    }

    @Test
    void recordedAndPerformedStandBesideEachOther(FxRobot robot) {
        open(robot, "findings");
        assertThat(page.words("gate")).contains("Recorded", "Re-performed here", "Agree");
        assertThat(page.words("findings"))
                .contains("Recorded, and found again here", "Recorded, but not found here");
        assertThat(page.words("review")).contains("Accepted", "by ops.reviewer");
        assertThat(page.words("approvals"))
                .contains("Approved", "Recorded, not signed", "a.singh for change_approval");
    }

    @Test
    void theRegisterStandsBesideTheResults(FxRobot robot) {
        open(robot, "findings");
        assertThat(page.words("controls"))
                .contains(
                        "ITGC-CM-02  Approver independent of the author",
                        "Objective",
                        "Nobody approves their own change.",
                        "Procedure",
                        "Compare the approver that the evidence names with the author of the"
                                + " change.",
                        "Evidence",
                        "The approver recorded with the change (evidence.approver), the author"
                                + " (author).",
                        "Deficient if",
                        "Approver and author are the same.");
        open(robot, "foreign");
        assertThat(page.words("controls")).last().asString().contains("register");
    }

    @Test
    void decisionsAreNotPossibleAndSayWhy(FxRobot robot) {
        open(robot, "gate-blocked");
        for (String id : List.of("decide-approve", "decide-reject")) {
            assertThat(robot.lookup("#" + id).query().isDisabled()).isTrue();
        }
        assertThat(page.text("decision-reason")).isEqualTo("Blocked by the gate: see above.");
        assertThat(robot.lookup("#decide-escalate").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#decide-dispose").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#decisions .button").queryAllAs(Labeled.class))
                .filteredOn(button -> button.isVisible() && button.getText().length() > 0)
                .extracting(Labeled::getText)
                .as("each asks for more before it does anything")
                .containsExactly("Approve…", "Reject…", "Review…", "Close finding…", "Escalate…");
    }

    @Test
    void whatIsAbsentSaysWhy(FxRobot robot) {
        open(robot, "no-state");
        assertThat(page.text("no-claims")).isEqualTo("Not known: see above.");
        assertThat(page.words("gate")).contains("Not known.");
        assertThat(page.text("decision-reason"))
                .startsWith("Approve: There is nothing to assess: see above.");
        assertThat(robot.lookup("#run .label").<Label>queryAllAs(Label.class))
                .extracting(Label::getText)
                .as("said once, with what to do")
                .filteredOn(text -> text.contains("state.json"))
                .singleElement()
                .asString()
                .contains("Get it from where the run was made", "read again (F5)");
        open(robot, "nothing-asserted");
        assertThat(page.words("grounding")).contains("Nothing asserted");
    }

    @Test
    void whatConfirmsNothingIsNotTheButtonThatStandsOut(FxRobot robot) {
        open(robot, "nothing-asserted");
        assertThat(robot.lookup("#decide-approve").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#run .accent").queryAll()).isEmpty();
        assertThat(page.words("decision-warning"))
                .containsExactly("Nothing was asserted: an approval would confirm nothing.");
        open(robot, "awaiting");
        assertThat(robot.lookup("#run .accent").queryAll())
                .containsExactly(robot.lookup("#decide-approve").query());
        assertThat(page.shows("decision-warning")).isFalse();
    }

    @Test
    void buttonsSayTheirKeys(FxRobot robot) {
        open(robot, "awaiting");
        assertThat(robot.lookup("#decisions .key-letter").<Text>queryAllAs(Text.class))
                .extracting(Text::getText)
                .containsExactlyInAnyOrder("g", "a", "r", "e");
        assertThat(robot.lookup("#decide-approve").query().getAccessibleText())
                .isEqualTo("Approve, a");
    }

    @Test
    void copiesAllOfTheHead(FxRobot robot) {
        open(robot, "awaiting");
        robot.interact(() -> robot.lookup("#facts .icon-button").queryButton().fire());
        assertThat(copied).containsExactly(SampleReports.HEAD);
    }

    @Test
    void aFailureNamesTheFileAndOffersToTryAgain(FxRobot robot) {
        open(robot, "failed");
        assertThat(page.text("detail")).startsWith(ScriptedRuns.directory("failed").toString());
        page.click("again");
        robot.interact(workers::all);
        assertThat(reader.asked).hasSize(2);
        page.click("back");
        assertThat(backs).isEqualTo(1);
    }

    @Test
    void twentyThousandClaimsMakeOnlyTheCellsInSight(FxRobot robot) {
        open(robot, "huge");
        assertThat(page.claims().getItems()).hasSize(20_000);
        page.press(KeyCode.END);
        assertThat(page.claims().getSelectionModel().getSelectedIndex()).isEqualTo(19_999);
        assertThat(page.cellsMade()).isLessThan(40);
    }

    @Test
    void theAuthorsApprovalIsNotFinished() {
        assertThat(UnfinishedApproval.of(SampleRuns.makerChecker())).isEmpty();
        assertThat(UnfinishedApproval.of(SampleRuns.findings())).hasSize(1);
    }
}
