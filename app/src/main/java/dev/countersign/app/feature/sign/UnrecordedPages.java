// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.SignText;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The sheet over what was signed and is not recorded: it waits for its time-stamp, or for another
/// place.
///
/// @param actions asks for files
record UnrecordedPages(SignViewModel model, SignActions actions) {
    Node untrusted(SignState.Untrusted state) {
        return SheetParts.page(
                "sign-untrusted",
                List.of(
                        head(Mark.MALFORMED, "Your certificate is not trusted here"),
                        Boxes.prose(state.sentence()),
                        Boxes.prose(SignText.UNTRUSTED)),
                SheetParts.accent(close()),
                SheetParts.button(
                        "Record it all the same",
                        Feather.CHECK,
                        "sign-untrusted-record",
                        model.work()::recordUntrusted));
    }

    Node unstamped(SignState.Unstamped state) {
        SignState.Carried files = state.files();
        return files == null ? unreached(state) : carried(files);
    }

    private Node unreached(SignState.Unstamped state) {
        List<Button> ways = new ArrayList<>();
        ways.add(
                SheetParts.accent(
                        SheetParts.button(
                                "Ask again",
                                Feather.REFRESH_CW,
                                "sign-stamp",
                                model.work()::stamp)));
        ways.add(
                SheetParts.button(
                        "Record without", Feather.CHECK, "sign-record", model.work()::record));
        if (state.subject() instanceof SignSubject.OfRun) {
            ways.add(
                    SheetParts.button(
                            "Write a request file…",
                            Feather.SAVE,
                            "sign-carry",
                            () -> carry(state)));
        }
        ways.add(close());
        return SheetParts.page(
                "sign-unstamped",
                List.of(
                        head(Mark.MALFORMED, "Signed, and not time-stamped"),
                        Boxes.prose(state.sentence()),
                        Boxes.prose(SubjectWords.unstamped(state.subject()))),
                ways.toArray(Button[]::new));
    }

    private void carry(SignState.Unstamped state) {
        String name = Quotes.line(state.entry().request().runId()) + ".tsq";
        actions.files().save("Write the request", name).ifPresent(model.work()::carry);
    }

    private Node carried(SignState.Carried files) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "Request", name(files.request()));
        FactGrid.add(facts, "Response", name(files.response()));
        Path folder = files.request().getParent();
        if (folder != null) {
            FactGrid.add(facts, "Folder", Boxes.path(folder));
        }
        return SheetParts.page(
                "sign-carried",
                List.of(
                        head(Mark.VERIFIED, "The request is written"),
                        Boxes.prose(SignText.CARRIED),
                        facts),
                SheetParts.accent(
                        SheetParts.button(
                                "Open the answer…", Feather.FOLDER, "sign-answer", actions.open())),
                close());
    }

    private static Node name(Path file) {
        return Boxes.prose(String.valueOf(file.getFileName()), "mono");
    }

    Node notWritten(SignState.NotWritten state) {
        Path file = state.file();
        if (file != null) {
            return SheetParts.page(
                    "sign-not-written",
                    List.of(
                            head(Mark.VERIFIED, "The response is written"),
                            Boxes.path(file),
                            Boxes.prose(SignText.CARRY)),
                    SheetParts.accent(close()));
        }
        return SheetParts.page(
                "sign-not-written",
                List.of(
                        head(Mark.MALFORMED, "Signed, and not in the log"),
                        Boxes.prose(state.sentence()),
                        Boxes.prose(SignText.RESPONSE)),
                SheetParts.accent(
                        SheetParts.button(
                                "Write a response file…",
                                Feather.SAVE,
                                "sign-respond",
                                () -> respond(state))),
                close());
    }

    private void respond(SignState.NotWritten state) {
        String name = Quotes.line(state.entry().request().runId()) + ".response.json";
        actions.files().save("Write the response", name).ifPresent(model.work()::respond);
    }

    private static Node head(Mark mark, String headline) {
        return SheetParts.head(mark, headline, "sign-headline");
    }

    private Button close() {
        return SheetParts.button("Close", Feather.X, "sign-close", model::close);
    }
}
