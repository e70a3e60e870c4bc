// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.LedgerText;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.database.Database;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.FailedAccess;
import dev.countersign.core.ledger.LedgerCheckpoint;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerExport;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.LedgerReport;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.ledger.UnopenedLedger;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `ledger`: what was done at the desk, verified, asked and exported. Changes nothing.
final class LedgerCommand {
    private static final int FEWEST_FAILURES = 5;
    private static final Set<String> FLAGS = Set.of("--json");
    private static final Set<String> ALL_VALUES =
            Set.of("--type", "--id", "--from", "--to", "--min", "--out", "--at");

    private final Path workspace;
    private final LedgerStore store;
    private final Arguments arguments;
    private final Console console;

    private LedgerCommand(Path workspace, LedgerStore store, Arguments arguments, Console console) {
        this.workspace = workspace;
        this.store = store;
        this.arguments = arguments;
        this.console = console;
    }

    /// What is asked of a ledger.
    private enum Question {
        VERIFY("verify"),
        ACCESS("access"),
        PRIVILEGED("privileged"),
        FAILED_ACCESS("failed-access"),
        EXPORT("export");

        private final String word;

        Question(String word) {
            this.word = word;
        }

        /// The options that belong to it.
        Set<String> options() {
            return switch (this) {
                case VERIFY -> Set.of("--at");
                case ACCESS -> Set.of("--type", "--id", "--from", "--to", "--at");
                case PRIVILEGED -> Set.of("--from", "--to", "--at");
                case FAILED_ACCESS -> Set.of("--from", "--to", "--min", "--at");
                case EXPORT -> Set.of("--out", "--at");
            };
        }

        static Question of(String word) throws UsageException {
            for (Question question : values()) {
                if (question.word.equals(word)) {
                    return question;
                }
            }
            throw new UsageException(
                    "a ledger knows verify, access, privileged, failed-access and export, not "
                            + word);
        }
    }

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        List<String> rest = Arguments.parse(words, FLAGS, ALL_VALUES).rest();
        if (rest.size() != 2) {
            throw new UsageException(
                    "ledger takes the folder of a workspace and what to do: ledger WORKSPACE"
                            + " verify");
        }
        Question question = Question.of(rest.getLast());
        Arguments arguments = Arguments.parse(words, FLAGS, question.options());
        Path workspace = Options.path(rest.getFirst());
        WorkspaceFolder folder = new WorkspaceFolder(workspace);
        if (folder.exists() && !Files.exists(folder.database(), LinkOption.NOFOLLOW_LINKS)) {
            LedgerStore none = new UnopenedLedger();
            return new LedgerCommand(workspace, none, arguments, console).answer(question);
        }
        try (Database database = open(folder)) {
            LedgerStore store =
                    new SqliteLedgerStore(
                            database,
                            console.now(),
                            () -> {
                                throw new IllegalStateException("this command appends nothing");
                            });
            return new LedgerCommand(workspace, store, arguments, console).answer(question);
        }
    }

    /// On a medium that cannot be written nothing has to be: an auditor's copy is read there.
    private static Database open(WorkspaceFolder folder) throws SourceException {
        folder.checkDatabase();
        Path file = folder.database();
        return Files.isRegularFile(file) && !folder.writable()
                ? Database.openToRead(file)
                : Database.openExisting(file);
    }

    private Exit answer(Question question) throws UsageException, SourceException {
        return switch (question) {
            case VERIFY -> verify();
            case ACCESS -> access();
            case PRIVILEGED -> privileged();
            case FAILED_ACCESS -> failedAccess();
            case EXPORT -> export();
        };
    }

    private boolean json() {
        return arguments.has("--json");
    }

    private Exit verify() throws SourceException {
        Checkpoint last = LedgerCheckpoint.read(workspace.resolve(LedgerCheckpoint.FILE));
        LedgerReport report = store.verifyAll(last);
        if (json()) {
            console.out().println(LedgerDocument.of(workspace, report).text());
        } else {
            String lead = LedgerText.lead(report);
            console.out().println(lead + " ".repeat(Math.max(1, 12 - lead.length())) + workspace);
            for (String sentence : LedgerText.sentences(report)) {
                console.out().println(" ".repeat(12) + sentence);
            }
        }
        return report.negative() || report.head() == null ? Exit.NEGATIVE : Exit.DONE;
    }

    private Exit access() throws UsageException, SourceException {
        String type = needed("--type", "the kind of resource, such as run");
        String id = needed("--id", "which resource");
        List<LedgerEvent> events = store.find(period().byResource(new Resource(type, id)));
        if (json()) {
            console.out().println(LedgerDocument.access(events).text());
        } else {
            print(events.stream().map(LedgerText::line).toList());
        }
        return Exit.DONE;
    }

    private Exit privileged() throws UsageException, SourceException {
        List<LedgerEvent> events = store.find(period().byActorTypes(Set.of("admin", "system")));
        if (json()) {
            console.out().println(LedgerDocument.whole(events));
        } else {
            print(events.stream().map(LedgerText::line).toList());
        }
        return Exit.DONE;
    }

    private Exit failedAccess() throws UsageException, SourceException {
        long fewest = fewest(arguments.value("--min"));
        List<FailedAccess> actors =
                FailedAccess.of(store.find(period().byOutcomes(FailedAccess.OUTCOMES)), fewest);
        if (json()) {
            console.out().println(LedgerDocument.failed(actors).text());
        } else {
            print(actors.stream().map(LedgerText::line).toList());
        }
        return Exit.DONE;
    }

    private Exit export() throws UsageException, SourceException {
        Path out = Options.outside(needed("--out", "the file to write"));
        long events = LedgerExport.to(store, out);
        console.out()
                .println(
                        json()
                                ? JsonValue.object()
                                        .with("path", out.toString())
                                        .with("format", "B")
                                        .with("records", events)
                                        .build()
                                        .text()
                                : LedgerText.exported(events, out.toString()));
        return Exit.DONE;
    }

    private void print(List<String> lines) {
        PrintStream out = console.out();
        lines.forEach(out::println);
        if (lines.isEmpty()) {
            out.println(LedgerText.NOTHING);
        }
    }

    private LedgerQuery period() throws UsageException {
        return LedgerQuery.ALL.between(
                Moments.first("--from", arguments.value("--from")),
                Moments.last("--to", arguments.value("--to")));
    }

    private String needed(String option, String meaning) throws UsageException {
        String value = arguments.value(option);
        if (value == null) {
            throw new UsageException("this needs " + option + ": " + meaning);
        }
        return value;
    }

    private static long fewest(@Nullable String value) throws UsageException {
        try {
            return value == null ? FEWEST_FAILURES : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new UsageException("--min " + value + " is not a number: write it as 5");
        }
    }
}
