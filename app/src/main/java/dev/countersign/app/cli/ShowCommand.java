// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.PackedPath;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.TornEndFile;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.KeptClocks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// `show`: everything that a run directory says, at an instant and under a policy.
final class ShowCommand {
    private static final Set<String> FLAGS = Set.of("--json");
    private static final Set<String> VALUES =
            Set.of("--at", "--policy", "--workspace", "--trust", "--run");

    private ShowCommand() {}

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments = Arguments.parse(words, FLAGS, VALUES);
        if (arguments.rest().size() != 1) {
            throw new UsageException("show takes one path: a run directory");
        }
        Path path = Options.path(arguments.rest().getFirst());
        Instant now = Options.now(arguments, console);
        Policy policy = PolicyOption.of(path, arguments);
        ChainVerifier verifier =
                new ChainVerifier(console.workers(), Runtime.getRuntime().availableProcessors());
        TrustOption trust = TrustOption.of(path, arguments);
        KeptClocks kept = WorkspaceOption.clocks(path, arguments);
        OfficeHours hours = kept.hours(policy);
        RunReader reader =
                new RunReader(verifier, policy, trust.place(), RuleBook.installed(), kept);
        InBundle around = InBundle.around(path, arguments, console);
        PackedPath packed = Bundles.packed(path);
        if (packed != null) {
            try (Bundle bundle = Bundles.open(around.path(), policy)) {
                RunFolder folder = Bundles.one(bundle, packed, arguments.value("--run"));
                return show(shown(reader, folder, hours, now, trust, around), arguments, console);
            }
        }
        switch (EvidencePath.of(path).kind()) {
            case LOG ->
                    throw new UsageException(path + " is a file: give the run directory around it");
            case RUN_FOLDER ->
                    throw new UsageException(path + " is a folder of runs: give one of them");
            case RUN_DIRECTORY, NO_LOG -> {
                // whatever is there, or not, can be shown
            }
        }
        RunFolder folder = RunFolder.at(path);
        return show(shown(reader, folder, hours, now, trust, around), arguments, console);
    }

    private static ShownRun shown(
            RunReader reader,
            RunFolder folder,
            OfficeHours hours,
            Instant now,
            TrustOption trust,
            InBundle around)
            throws SourceException {
        RunSnapshot run = reader.read(folder, VerifyRequest.DEFAULT, Progress.NONE);
        return new ShownRun(run, TornEndFile.of(folder), hours, now, trust.from(), around);
    }

    private static Exit show(ShownRun shown, Arguments arguments, Console console) {
        LaterRecords.say(shown.run(), shown.now(), arguments, console);
        if (arguments.has("--json")) {
            shown.around().complain(console);
            console.out().println(ShowDocument.of(shown).text());
        } else {
            ShowText.print(shown, console.out());
        }
        return negative(shown.run(), shown.now()) ? Exit.NEGATIVE : shown.around().exit();
    }

    /// Blocked, failed, breached, not verified, nobody knows how it stands, or a check failed.
    private static boolean negative(RunSnapshot run, Instant now) {
        ChainReport chain = run.chain();
        boolean breached = false;
        for (RunClock clock : run.clocks()) {
            breached |= clock.breached(now);
        }
        return breached
                || chain == null
                || chain.verdict() != Verdict.INTACT
                || run.status() == RunStatus.UNKNOWN
                || run.status() == RunStatus.BLOCKED
                || run.status() == RunStatus.FAILED
                || run.channels().negative();
    }
}
