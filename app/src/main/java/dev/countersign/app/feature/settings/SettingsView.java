// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.Keys;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.control.Sight;
import dev.countersign.app.feature.settings.SettingsState.Section;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Policy, sources, appearance, identity: one section at a time.
public final class SettingsView {
    private final SettingsViewModel model;
    private final SettingsActions actions;
    private final Map<Section, ToggleButton> sections = new EnumMap<>(Section.class);
    private final VBox cards = Boxes.column("settings-cards");
    private final ScrollPane scroll = new ScrollPane(cards);
    private final BorderPane root = new BorderPane();
    private final Sight sight;
    private Section shown = Section.POLICY;

    /// @param model what is shown
    /// @param actions what the screen needs of the desktop
    public SettingsView(SettingsViewModel model, SettingsActions actions) {
        this.model = model;
        this.actions = actions;
        for (Section section : Section.values()) {
            ToggleButton button =
                    AppearancePage.choice(
                            "Section", section.word(), false, () -> model.show(section));
            button.setId("section-" + section.name().toLowerCase(Locale.ROOT));
            sections.put(section, button);
        }
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("settings-scroll");
        scroll.setId("settings-scroll");
        scroll.setAccessibleText("Settings");
        root.getStyleClass().add("settings-screen");
        root.setTop(
                Boxes.row(
                        "settings-sections",
                        AppearancePage.segments(List.copyOf(sections.values()))));
        root.setCenter(scroll);
        sight = new Sight(model::refresh, scroll::requestFocus);
        model.stateProperty().subscribe(this::show);
        model.witnesses().stateProperty().subscribe(shown -> again());
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// The keys of this screen.
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Alt+1 … 4", "Policy, sources, appearance, identity and keys"),
                new KeyHint("j / k", "Scroll (also the arrows)"),
                new KeyHint("o", "Open the folder of the policy's file"),
                new KeyHint("w", "Write policy.json, where there is none"),
                new KeyHint("Alt+I", "Import holidays from an .ics file"),
                new KeyHint("a", "Add a source"),
                new KeyHint("F5", "Read again"),
                new KeyHint("Esc", "Leave an import"));
    }

    /// It is read when it comes into sight.
    public Sight sight() {
        return sight;
    }

    /// Hears a key that nothing in the screen wanted.
    public void keyPressed(KeyEvent e) {
        if (Keys.elsewhere(e)) {
            return;
        }
        if (e.isAltDown()) {
            withAlt(e);
            return;
        }
        SettingsState state = model.stateProperty().get();
        switch (e.getCode()) {
            case J -> scrollBy(1);
            case K -> scrollBy(-1);
            case F5 -> model.refresh();
            case O -> {
                if (state instanceof SettingsState.PolicyShown(PolicySheet sheet, _, _)) {
                    showFolder(sheet.file());
                }
            }
            case W -> {
                if (state instanceof SettingsState.PolicyShown(PolicySheet sheet, _, _)
                        && sheet.file() != null
                        && sheet.reading() instanceof PolicySheet.Reading.Absent) {
                    model.writeDefault();
                }
            }
            case A -> {
                if (state instanceof SettingsState.SourcesShown) {
                    actions.folder().get().ifPresent(model::add);
                }
            }
            case ESCAPE -> {
                if (state instanceof SettingsState.PolicyShown && model.dismiss()) {
                    e.consume();
                }
            }
            default -> {}
        }
    }

    private void showFolder(@Nullable Path file) {
        Path folder = file == null ? null : file.getParent();
        if (folder != null) {
            actions.shower().show(folder);
        }
    }

    private void withAlt(KeyEvent e) {
        int at = e.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
        if (at >= 0 && at < Section.values().length) {
            model.show(Section.values()[at]);
            e.consume();
        } else if (e.getCode() == KeyCode.I
                && model.stateProperty().get()
                        instanceof SettingsState.PolicyShown(_, var countries, _)
                && !countries.isEmpty()) {
            actions.calendar()
                    .calendar()
                    .ifPresent(path -> model.preview(new Holidays.Wanted.OfFile(path)));
            e.consume();
        }
    }

    private void scrollBy(int direction) {
        double hidden = cards.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(scroll.getVvalue() + direction * 96 / hidden);
        }
    }

    private void show(SettingsState state) {
        sections.forEach((section, button) -> button.setSelected(section == state.shows()));
        if (shown != state.shows()) {
            shown = state.shows();
            scroll.setVvalue(0);
        }
        switch (state) {
            case SettingsState.Loading _ ->
                    root.setCenter(Messages.of(Mark.OPEN, "Reading", "Reading…", List.of()));
            case SettingsState.Failed(Section _, String sentence) ->
                    root.setCenter(failed(sentence));
            case SettingsState.PolicyShown policy -> fill(PolicyPage.of(policy, model, actions));
            case SettingsState.SourcesShown sources ->
                    fill(SourcesPage.of(sources, model, actions));
            case SettingsState.IdentityShown identity ->
                    fill(IdentityPage.of(identity, model, actions.clipboard()));
            case SettingsState.AppearanceShown(Appearance appearance) ->
                    fill(AppearancePage.of(appearance, model));
        }
    }

    /// The keys of witnesses are read after the rest of their page.
    private void again() {
        if (model.stateProperty().get() instanceof SettingsState.IdentityShown identity) {
            show(identity);
        }
    }

    private void fill(List<Node> nodes) {
        Scene scene = root.getScene();
        Node focused = scene == null ? null : scene.getFocusOwner();
        String id = focused == null ? null : focused.getId();
        cards.getChildren().setAll(nodes);
        root.setCenter(scroll);
        cards.applyCss(); // segments take their buttons in with their skin
        Node same = id == null ? null : cards.lookup("#" + id);
        if (same != null) {
            same.requestFocus(); // the same control, made anew
        }
    }

    private Node failed(String sentence) {
        Node pane =
                Messages.failed(
                        "Not read",
                        "This could not be read",
                        sentence,
                        Messages.again("F5", model::refresh));
        pane.setId("settings-failed");
        return pane;
    }
}
