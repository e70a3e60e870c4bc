// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.bundle.PackedPath;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.reperformance.PopulationResults.Unreadable;
import dev.countersign.core.reperformance.Reperformer.Subject;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.SeenRuns;
import dev.countersign.core.workspace.Source;
import dev.countersign.core.workspace.WorkspaceFolder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the paths of `reperform` lead to: run directories, folders of them, workspaces, bundles.
///
/// @param subjects the runs
/// @param unopened of several paths, those that cannot be opened; sources that are not there
/// @param bundles those that runs are read from, and how they stand
/// @param many whether more than one run may be meant
record ReperformedPaths(
        List<Subject> subjects,
        List<Unreadable> unopened,
        Map<Path, BundleStanding> bundles,
        boolean many) {
    /// @throws SourceException if the only path cannot be opened
    static ReperformedPaths of(Arguments arguments, Console console)
            throws UsageException, SourceException {
        boolean several = arguments.rest().size() > 1;
        boolean many = several;
        ReperformedPaths found =
                new ReperformedPaths(
                        new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>(), several);
        for (String word : arguments.rest()) {
            Path path = Options.path(word);
            try {
                many |= found.add(path, arguments, console);
            } catch (SourceException e) {
                if (!several) {
                    throw e;
                }
                found.unopened.add(new Unreadable(path, String.valueOf(e.getMessage())));
            }
        }
        return new ReperformedPaths(found.subjects, found.unopened, found.bundles, many);
    }

    /// @return whether the path stands for many
    private boolean add(Path path, Arguments arguments, Console console)
            throws UsageException, SourceException {
        if (new WorkspaceFolder(path).exists()) {
            SeenRuns seen = Overviews.runs(path, arguments, console).runs();
            for (RunSummary run : seen.runs()) {
                subjects.add(new Subject(run.directory(), run.clocks()));
            }
            for (Source source : seen.missing()) {
                unopened.add(new Unreadable(source.path(), Overviews.missing(source)));
            }
            return true;
        }
        if (Bundle.is(path)) {
            BundleReport report =
                    new BundleCheck(arguments, console, VerifyRequest.DEFAULT).report(path);
            report.runs().forEach(run -> subjects.add(Subject.of(path.resolve(run.folder()))));
            bundles.put(path, BundleStanding.of(report));
            return true;
        }
        PackedPath packed = PackedPath.of(path);
        if (packed != null && packed.archived()) {
            one(path, arguments, console);
            return false;
        }
        EvidencePath evidence = EvidencePath.of(path);
        if (evidence.kind() == EvidencePath.Kind.RUN_FOLDER) {
            evidence.runs().forEach(run -> subjects.add(Subject.of(run)));
            return true;
        }
        if (evidence.kind() == EvidencePath.Kind.LOG) {
            throw new UsageException(path + " is a file: give the run directory around it");
        }
        if (evidence.kind() == EvidencePath.Kind.NO_LOG) {
            throw new SourceException(path, path + " has no audit.jsonl: give a run directory.");
        }
        one(path, arguments, console);
        return false;
    }

    private void one(Path path, Arguments arguments, Console console)
            throws UsageException, SourceException {
        subjects.add(Subject.of(path));
        InBundle around = InBundle.around(path, arguments, console);
        if (around.standing() != null) {
            bundles.put(around.path(), around.standing());
        }
    }
}
