// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.app.feature.findings.FindingRow;
import dev.countersign.app.feature.ledger.LedgerRow;
import dev.countersign.app.feature.ledger.LedgerState;
import dev.countersign.app.feature.settings.Appearance;
import dev.countersign.app.feature.settings.SettingsState;
import dev.countersign.app.sample.SampleFindings;
import dev.countersign.app.sample.SampleLedger;
import dev.countersign.app.sample.SampleSettings;
import dev.countersign.app.shell.Route;
import dev.countersign.app.text.DisposalText;

import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Optional;

/// Findings, ledger and settings as a person uses them, by keyboard.
@ExtendWith(WindowExtension.class)
class DesksTest {
    private DesksWindow window;
    private FxRobot robot;
    private Stage stage;

    @Start
    void start(Stage shown) {
        HeadlessFx.install();
        stage = shown;
        window = DesksWindow.usual(980, 760);
        stage.setScene(window.scene);
        stage.show();
    }

    @BeforeEach
    void read(FxRobot given) {
        robot = given;
        robot.interact(window.steps::all);
    }

    @AfterEach
    void release() {
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
    }

    private String text(String id) {
        return Seen.of(robot.lookup("#" + id).<Labeled>queryAs(Labeled.class));
    }

    private TableView<FindingRow> findings() {
        return robot.lookup("#findings").queryTableView();
    }

    private void go(Route route) {
        robot.interact(() -> {
            window.shell.jump(route);
            window.steps.all();
        });
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        robot.interact(window.steps::all);
    }

    private boolean everyControlSpeaks() {
        return robot
                .lookup(node -> node instanceof ButtonBase)
                .queryAllAs(ButtonBase.class)
                .stream()
                .allMatch(b ->
                        b.getAccessibleText() != null
                                || b.getText() != null && !b.getText().isEmpty());
    }

    @Test
    void whatIsDueByTheEndOfADayIsSaidSoAndWhoeverPointsReadsTheSecond() {
        IndexedCell<?> cell =
                robot.lookup("#findings .table-cell").queryAll().stream()
                        .map(node -> (IndexedCell<?>) node)
                        .filter(one -> one.getText() != null && one.getText().contains("due end"))
                        .findFirst()
                        .orElseThrow();
        assertThat(cell.getText()).endsWith(", due end of 2026-11-18");
        assertThat(cell.getTooltip().getText())
                .contains("\nDue 2026-11-19 00:59:59 +01:00 (23:59:59 UTC)");
    }

    @Test
    void aSourceStandsOnOneLine() {
        go(new Route.Settings());
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        robot.interact(window.steps::all);
        robot.interact(() -> stage.getScene().getRoot().layout());
        double kind = top("Folder of runs");
        assertThat(top("2026-q4")).isCloseTo(kind, within(1.3));
        assertThat(top("Remove")).isCloseTo(kind, within(1.3));
    }

    /// Of the first that says so.
    private double top(String words) {
        return robot.lookup(".sources-table .text").queryAll().stream()
                .filter(node ->
                        node instanceof Text text
                                && text.getText().replaceAll("[^ -~]", "").contains(words))
                .mapToDouble(node -> node.localToScene(node.getLayoutBounds()).getCenterY())
                .min()
                .orElseThrow();
    }

    @Test
    void whatIsHalfTypedInSettingsIsThereAfterAnotherScreen() {
        go(new Route.Settings());
        robot.push(KeyCode.ALT, KeyCode.DIGIT4);
        robot.interact(window.steps::all);
        robot.interact(() -> {
            field("authority-address").setText("time.example");
            field("witness-key").setText("example.com/wit");
        });
        go(new Route.Ledger());
        go(new Route.Settings());
        assertThat(field("authority-address").getText()).isEqualTo("time.example");
        assertThat(field("witness-key").getText()).isEqualTo("example.com/wit");
        robot.interact(() -> robot.lookup("#authority-keep").queryButton().fire());
        assertThat(text("authority-trouble"))
                .isEqualTo("time.example is no address of a time-stamp authority.");
        assertThat(field("authority-address").getText())
                .as("what was refused can be mended")
                .isEqualTo("time.example");
    }

    private TextInputControl field(String id) {
        return robot.lookup("#" + id).queryTextInputControl();
    }

    @Test
    void theWorstFindingComesFirstWithItsEvidence() {
        assertThat(text("findings-count")).isEqualTo("12 findings");
        assertThat(text("finding-sentence")).isEqualTo("History was rewritten");
        assertThat(text("how-closed")).isEqualTo(DisposalText.CLOSES);
        robot.interact(() -> robot.lookup("#dispose-finding").queryButton().fire());
        String finding = findings().getItems().getFirst().id();
        assertThat(window.said).containsExactly("dispose " + finding);
        assertThat(everyControlSpeaks()).isTrue();
        robot.interact(() -> {
            robot.lookup(".json-facts .icon-button").queryButton().fire();
        });
        assertThat(window.copied).containsExactly(SampleFindings.BEFORE);
    }

    @Test
    void aRunThatCouldNotBeReadIsNamedAndLeadsThere() {
        assertThat(robot.lookup("#unread-runs .label").queryAllAs(Labeled.class))
                .extracting(Seen::of)
                .contains(
                        "Not read",
                        "/srv/reviews/2026-q4/runs/change-approval-7b1e20c4d9a0/audit.jsonl may not"
                                + " be read by this user: ask for read permission.");
        assertThat(robot.lookup(".list-header .label").queryAllAs(Labeled.class))
                .as("once")
                .noneMatch(label -> label.getText().contains("could not be read"));
        robot.interact(() -> robot.lookup("#open-unread").queryButton().fire());
        assertThat(window.said).containsExactly("run change-approval-7b1e20c4d9a0");
    }

    @Test
    void theButtonsOfAFindingStandOnOneLine() {
        var look = new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 0);
        robot.interact(() -> stage.setScene(DesksPictures.scene(look, "findings")));
        assertThat(robot.lookup(".detail-buttons > .button").queryAllAs(Labeled.class))
                .hasSize(3)
                .extracting(Labeled::getLayoutY)
                .containsOnly(0.0);
    }

    @Test
    void whatWasDueAtOnceOrOnItsDayIsOverdue() {
        assertThat(findings().getItems())
                .extracting(
                        row -> row.finding().severity() + " " + row.standing() + " " + row.due())
                .contains(
                        "1 OVERDUE 2026-11-20T08:14:09Z",
                        "2 OVERDUE 2026-11-18T23:59:59Z",
                        "3 OPEN 2026-11-23T17:00:00Z",
                        "4 OPEN null");
        assertThat(words(findings()))
                .as("a date, not a pointer to one")
                .doesNotContain("was due then");
        assertThat(robot.lookup("#finding-detail .verdict-mark").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .containsExactly("SEV-1", "Overdue");
        assertThat(robot.lookup("#finding-detail .mono").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .filteredOn("2026-11-20\u00a009:14:09\u00a0+01:00 (08:14:09\u00a0UTC)"::equals)
                .hasSize(2); // since, and due
        assertThat(robot.lookup("At once; the workflow is put on hold").tryQuery()).isPresent();
    }

    @Test
    void findingsAreReachedByKey() {
        press(KeyCode.J);
        press(KeyCode.J);
        assertThat(text("finding-sentence")).isEqualTo("Repeated blocks of one author");
        press(KeyCode.K);
        press(KeyCode.O);
        press(KeyCode.I);
        assertThat(window.said)
                .containsExactly(
                        "run change-approval-0155cb2f963b", "chain change-approval-0155cb2f963b");
        press(KeyCode.SPACE);
        assertThat(findings().isFocused()).isFalse();
        press(KeyCode.ESCAPE);
        assertThat(findings().isFocused()).isTrue();
    }

    @Test
    void enterOpensTheRunOfAFindingAsInTheQueue() {
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(window.said).containsExactly("run change-approval-0155cb2f963b");
        assertThat(findings().isFocused()).isTrue();
        assertThat(robot.lookup("#open-run").queryButton().getAccessibleText())
                .isEqualTo("Open run, Enter");
    }

    @Test
    void theNamesInEvidenceHaveWordsAndTheNameBelow() {
        assertThat(robot.lookup(".json-facts .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("head_mismatch")
                .anyMatch(said -> said.startsWith("A different record is where"));
        assertThat(text("open-chain")).isEqualTo("Integrity");
    }

    @Test
    void findingsAreFiltered() {
        robot.write('/').write("step failed");
        assertThat(text("findings-count")).isEqualTo("1 of 12 findings");
        press(KeyCode.ENTER);
        assertThat(findings().isFocused()).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(text("findings-count")).isEqualTo("12 findings");
        press(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(findings().getItems()).hasSize(4).allMatch(row -> row.finding().severity() == 2);
    }

    @Test
    void theLedgerIsNotCheckedUntilItWas() {
        go(new Route.Ledger());
        assertThat(text("ledger-count")).isEqualTo("60 events");
        assertThat(robot.lookup("Not checked").tryQuery()).isPresent();
        press(KeyCode.V);
        assertThat(robot.lookup("Intact").tryQuery()).isPresent();
        assertThat(robot.lookup("Not checked").tryQuery()).isEmpty();
        assertThat(everyControlSpeaks()).isTrue();
    }

    @Test
    void anEmptyLedgerLeadsToAFolder() {
        robot.interact(() -> {
            var empty =
                    new DesksWindow(
                            Optional.of(SampleFindings.some()),
                            SampleLedger.of(0),
                            SampleSettings.valid(),
                            980,
                            760);
            empty.shell.jump(new Route.Ledger());
            empty.steps.all();
            ((Button) empty.scene.lookup("#ledger-message .button")).fire();
            assertThat(empty.said).containsExactly("open a folder");
        });
    }

    @Test
    void aBreakOfTheLedgerComesBeforeAnythingElse() {
        var look = new Pictures.Look(ColorScheme.LIGHT, 980, 760, 0);
        robot.interact(() -> stage.setScene(DesksPictures.scene(look, "ledger-broken")));
        String why = "The hash it carries is not the hash of what it says.";
        Node alarm = robot.lookup("#ledger-alarm").query();
        assertThat(words(alarm))
                .containsExactly(
                        "The ledger is broken at event 41",
                        why + " Checked 2026-11-21 03:55.",
                        "It is selected below. Change nothing in the workspace, and compare the"
                                + " event with a backup or an earlier export.");
        assertThat(alarm.getParent().getChildrenUnmodifiable().getFirst()).isEqualTo(alarm);
        assertThat(robot.lookup("#ledger-check").query().isVisible()).isFalse();
        assertThat(words(robot.lookup("#entry-fault").query()))
                .as("why is said above the list")
                .containsExactly("The ledger is broken here");
        assertThat(robot.lookup("#ledger .cell-second").queryAllAs(Labeled.class))
                .as("word, shape and colour, not just grey text")
                .anySatisfy(line -> {
                    assertThat(line.getText()).isEqualTo("Broken · event 41");
                    assertThat(line.getGraphic()).isNotNull();
                    assertThat(line.getStyleClass()).contains("verdict-mark", "mark-failed");
                });
        TableView<LedgerRow> rows = robot.lookup("#ledger").queryTableView();
        assertThat(rows.getSelectionModel().getSelectedItem().entry()).isEqualTo(41);
        assertThat(words(robot.lookup("#entry-computed").query()))
                .containsExactly("0d0d0d0d0d0d…0d0d0d0d", "Differs");
        robot.interact(() -> rows.getSelectionModel().select(0));
        assertThat(words(robot.lookup("#entry-computed").query()))
                .containsExactly("b1946ac92492…97d3f50e", "Agrees");
        robot.interact(() -> rows.getSelectionModel().select(entries(rows, 41)));
        assertThat(words(robot.lookup("#ledger-detail").query()))
                .as("of the event, not of the ledger")
                .contains("Outcome: failed")
                .doesNotContain("Failed");
    }

    private static LedgerRow entries(TableView<LedgerRow> rows, long entry) {
        return rows.getItems().stream()
                .filter(row -> row.entry() == entry)
                .findFirst()
                .orElseThrow();
    }

    private List<String> words(Node part) {
        return robot.from(part).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void theLedgerIsExportedWithTheCommandThatChecksIt() {
        go(new Route.Ledger());
        press(KeyCode.E);
        robot.interact(() -> robot.lookup("#export-command .icon-button").queryButton().fire());
        assertThat(window.copied).containsExactly("countersign verify /srv/more/runs/ledger.jsonl");
    }

    @Test
    void theLedgerIsFilteredByActor() {
        go(new Route.Ledger());
        robot.interact(() -> robot.lookup("#pick-actor").queryComboBox().setValue("countersign"));
        TableView<LedgerRow> rows = robot.lookup("#ledger").queryTableView();
        assertThat(rows.getItems()).hasSize(10).allMatch(r -> r.actor().equals("countersign"));
        robot.interact(rows::requestFocus);
        press(KeyCode.ESCAPE);
        assertThat(rows.getItems()).hasSize(60);
        assertThat(window.ledger.stateProperty().get()).isInstanceOf(LedgerState.Listed.class);
    }

    @Test
    void settingsExplainThePolicyAndShowItsFolder() {
        go(new Route.Settings());
        assertThat(text("policy-standing")).isEqualTo("Confirmed by Grace Hopper on 2026-09-01");
        press(KeyCode.O);
        assertThat(window.said).containsExactly("show /srv/reviews/2026-q4");
        assertThat(everyControlSpeaks()).isTrue();
    }

    @Test
    void anInvalidPolicyIsNotCalledInForce() {
        go(new Route.Settings());
        assertThat(words(robot.lookup("#settings-scroll").query())).contains("Policy in force");
        var look = new Pictures.Look(ColorScheme.LIGHT, 980, 760, 0);
        robot.interact(() -> stage.setScene(DesksPictures.scene(look, "settings-invalid")));
        assertThat(words(robot.lookup("#settings-scroll").query()))
                .contains("No policy is in force", "policy.json has 4 problems")
                .contains("Clocks, held before", "Rules, held before")
                .doesNotContain("Policy in force", "Clocks", "Rules");
    }

    /// Whoever copies a hash from beside the rejected file would cite the wrong policy.
    @Test
    void theHashOfThePolicyThatHeldBeforeIsNotBesideTheFileThatIsRejected() {
        var look = new Pictures.Look(ColorScheme.LIGHT, 980, 760, 0);
        robot.interact(() -> stage.setScene(DesksPictures.scene(look, "settings-invalid")));
        Node rejected = robot.lookup("#policy-says").query().getParent();
        assertThat(words(rejected)).contains("File").doesNotContain("Version", "SHA-256");
        assertThat(words(robot.lookup("#policy-before").query()))
                .contains("The policy that held before", "Version", "2026-3", "SHA-256")
                .doesNotContain("File");
    }

    @Test
    void whoHasNoPolicyWritesOneByKey() throws Exception {
        robot.interact(() -> {
            var stage = (Stage) window.scene.getWindow();
            window =
                    new DesksWindow(
                            Optional.of(SampleFindings.some()),
                            SampleLedger.of(3),
                            SampleSettings.absent(),
                            980,
                            760);
            stage.setScene(window.scene);
        });
        go(new Route.Settings());
        assertThat(robot.lookup("#write-policy").tryQuery()).isPresent();
        press(KeyCode.W);
        assertThat(text("policy-file-mark")).isEqualTo("policy.json is valid");
        assertThat(robot.lookup("#write-policy").tryQuery()).isEmpty();
    }

    @Test
    void holidaysAreSeenBeforeTheyAreWritten() {
        go(new Route.Settings());
        press(KeyCode.ALT, KeyCode.I);
        assertThat(robot.lookup("#holiday-preview").queryListView().getItems()).hasSize(4);
        press(KeyCode.ESCAPE);
        assertThat(robot.lookup("#holiday-preview").tryQuery()).isEmpty();
        press(KeyCode.ALT, KeyCode.I);
        robot.interact(() -> {
            robot.lookup("#adopt-holidays").queryButton().fire();
            window.steps.all();
        });
        assertThat(robot.lookup("4 days added to policy.json").tryQuery()).isPresent();
    }

    @Test
    void checkpointsAreExchangedWhereTheSourcesAre() {
        go(new Route.Settings());
        press(KeyCode.ALT, KeyCode.DIGIT2);
        robot.interact(() -> robot.lookup("#import-checkpoint").queryButton().fire());
        robot.interact(() -> robot.lookup("#export-checkpoints").queryButton().fire());
        assertThat(window.said).containsExactly("import a checkpoint", "export checkpoints");
    }

    @Test
    void sourcesAreAddedAndRemoved() {
        go(new Route.Settings());
        press(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(robot.lookup("Not there").tryQuery()).isPresent();
        press(KeyCode.A);
        assertThat(robot.lookup(".remove-source").queryAll()).hasSize(4);
        robot.interact(() -> {
            robot.lookup(".remove-source").queryButton().fire();
            window.steps.all();
        });
        assertThat(robot.lookup(".remove-source").queryAll()).hasSize(3);
        window.toPick = window.toPick.resolve("missing");
        press(KeyCode.A);
        assertThat(text("source-trouble")).contains("cannot be looked into");
    }

    @Test
    void appearanceIsChosen() {
        go(new Route.Settings());
        press(KeyCode.ALT, KeyCode.DIGIT3);
        robot.interact(() -> {
            ((ToggleButton) robot.lookup("#scheme-dark").query()).fire();
        });
        robot.interact(() -> {
            ((ToggleButton) robot.lookup("#size-125").query()).fire();
        });
        assertThat(window.settings.stateProperty().get())
                .isEqualTo(
                        new SettingsState.AppearanceShown(
                                new Appearance(Appearance.Scheme.DARK, 125)));
        assertThat(List.of("scheme-dark", "size-125"))
                .allMatch(id -> ((ToggleButton) robot.lookup("#" + id).query()).isSelected());
    }
}
