// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.bundle.BundledRun;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.KeptClocks;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.PolicyFile;
import dev.countersign.core.workspace.ScanReport;
import dev.countersign.core.workspace.SeenRuns;
import dev.countersign.core.workspace.Source;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// What the commands that look at many runs have in common: a workspace is looked at through its
/// index, any other folder directly, so that nothing is written where nobody asked for it.
final class Overviews {
    static final String NO_RUNS = "No runs here.";

    private Overviews() {}

    /// What is done with a workspace before it is closed.
    interface Act {
        void with(Workspace workspace) throws SourceException;
    }

    /// What is asked of a workspace before it is closed.
    private interface Answer<T> {
        T of(Workspace workspace) throws SourceException;
    }

    /// @param path a workspace, a folder of runs, a bundle, a run, or a lone log
    /// @param act done with a workspace after it was looked at; not with any other folder
    static LookedAt<Overview> of(Path path, Arguments arguments, Console console, Act act)
            throws UsageException, SourceException {
        return look(
                path,
                arguments,
                console,
                workspace -> {
                    act.with(workspace);
                    return workspace.overview();
                },
                overview -> overview);
    }

    /// The same for those who ask for no findings.
    static LookedAt<SeenRuns> runs(Path path, Arguments arguments, Console console)
            throws UsageException, SourceException {
        return look(path, arguments, console, Workspace::seen, Overview::seen);
    }

    private static <T> LookedAt<T> look(
            Path path,
            Arguments arguments,
            Console console,
            Answer<T> indexed,
            Function<Overview, T> plain)
            throws UsageException, SourceException {
        if (Bundle.is(path)) {
            BundleCheck check = new BundleCheck(arguments, console, VerifyRequest.DEFAULT);
            BundleReport report = check.whole(path);
            return new LookedAt<>(
                    plain.apply(inside(path, report, arguments, console)),
                    new InBundle(path, BundleStanding.of(report)));
        }
        if (!SmallFile.exists(path)) {
            Bundles.refuseArchived(path);
        }
        InBundle around = InBundle.around(path, arguments, console);
        return new LookedAt<>(seen(path, arguments, console, indexed, plain), around);
    }

    private static <T> T seen(
            Path path,
            Arguments arguments,
            Console console,
            Answer<T> indexed,
            Function<Overview, T> plain)
            throws UsageException, SourceException {
        InstantSource clock = InstantSource.fixed(Options.now(arguments, console));
        WorkspaceFolder folder = new WorkspaceFolder(path);
        String policyFile = arguments.value("--policy");
        if (folder.exists() && policyFile == null) {
            if (folder.writable()) {
                // one that cannot be used is refused before anything is made
                PolicyFile.inForce(folder.policy());
                // what is seen and raised there happens now, whatever instant is asked about
                return ofWorkspace(folder, desk(console, console.now()), console, indexed);
            }
            console.err().println(folder.root() + " cannot be written: read without its index.");
            return plain.apply(
                    Overview.of(
                            folder.runs(),
                            PolicyFile.inForce(folder.policy()),
                            KeptClocks.of(folder),
                            desk(console, clock),
                            progress(console)));
        }
        if (folder.blocked()) {
            throw new SourceException(folder.runs(), blocked(folder.runs()));
        }
        Path runs = folder.exists() ? folder.runs() : path;
        return plain.apply(
                Overview.of(
                        runs,
                        PolicyOption.of(runs, arguments),
                        WorkspaceOption.clocks(runs, arguments),
                        desk(console, clock),
                        progress(console)));
    }

    /// The runs of a bundle.
    private static Overview inside(
            Path path, BundleReport report, Arguments arguments, Console console)
            throws UsageException, SourceException {
        List<RunSnapshot> runs = new ArrayList<>();
        List<ScanReport.Unreadable> unreadable = new ArrayList<>();
        for (BundledRun run : report.runs()) {
            RunSnapshot snapshot = run.snapshot();
            if (snapshot != null) {
                runs.add(snapshot);
            } else {
                Path place = path.resolve(run.folder());
                unreadable.add(new ScanReport.Unreadable(place, String.valueOf(run.failure())));
            }
        }
        return Overview.of(
                runs,
                unreadable,
                PolicyOption.of(path, arguments),
                WorkspaceOption.clocks(path, arguments),
                Options.now(arguments, console));
    }

    private static <T> T ofWorkspace(
            WorkspaceFolder folder, Desk desk, Console console, Answer<T> answer)
            throws SourceException {
        try (Workspace workspace = Workspace.open(folder, desk)) {
            workspace.scan(progress(console), Cancellation.NEVER);
            return answer.of(workspace);
        }
    }

    private static Desk desk(Console console, InstantSource clock) {
        return Desk.once(
                console.workers(),
                Runtime.getRuntime().availableProcessors(),
                clock,
                UUID::randomUUID);
    }

    private static Progress progress(Console console) {
        if (!console.terminal().getAsBoolean()) {
            return Progress.NONE;
        }
        return (done, total, records, faulty) -> {
            if (done >= total) {
                console.err().print("\r              \r");
            } else if (done % 100 == 0) {
                console.err().print("\rreading " + done * 100 / total + " %");
            }
            console.err().flush();
        };
    }

    /// Says of a source that it is not there.
    static String missing(Source source) {
        if (!source.stored().equals(WorkspaceFolder.RUNS)) {
            return source.path()
                    + " is a source of the workspace and is not there: bring it back, or remove it"
                    + " from the sources.";
        }
        return SmallFile.isPlaceTaken(source.path())
                ? blocked(source.path())
                : source.path() + " is not there, but runs of it are known: bring it back.";
    }

    private static String blocked(Path runs) {
        return runs + " is no folder, and the runs of a workspace lie in one: move it away.";
    }

    /// Says what could not be looked at.
    static Exit complaints(SeenRuns seen, Console console) {
        Exit exit = Exit.DONE;
        for (Source source : seen.missing()) {
            console.complain(missing(source));
            exit = Exit.FAILED;
        }
        for (ScanReport.Unreadable run : seen.unreadable()) {
            console.complain(run.why());
            exit = Exit.FAILED;
        }
        if (seen.runs().isEmpty() && !seen.lost().isEmpty()) {
            console.complain(
                    "all runs that were here are gone: `countersign findings` says which, unless"
                            + " they need not be kept any longer.");
            exit = exit.worse(Exit.NEGATIVE);
        }
        return exit;
    }
}
