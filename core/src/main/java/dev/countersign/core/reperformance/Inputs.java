// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import java.util.ArrayList;
import java.util.List;

/// The digests of log and checkpoint. A small log is held in memory, so reading it twice costs
/// little.
///
/// @param files those that are there
record Inputs(List<Input> files) {
    /// As they are now. Incomplete if cancelled.
    static Inputs of(RunFolder folder, Cancellation cancellation) throws SourceException {
        List<Input> files = new ArrayList<>();
        add(EvidencePath.RUN_LOG, folder.log(), files, cancellation);
        add(RunFolder.STATE, folder.state(Long.MAX_VALUE), files, cancellation);
        return new Inputs(List.copyOf(files));
    }

    /// With the artifacts of a run, as they were read.
    List<Input> with(RunSnapshot run) {
        List<Input> all = new ArrayList<>(files);
        for (Artifact artifact : run.artifacts().artifacts()) {
            if (artifact.sha256() != null) {
                all.add(new Input("artifacts/" + artifact.name(), artifact.sha256()));
            }
        }
        all.sort((a, b) -> a.name().compareTo(b.name()));
        return List.copyOf(all);
    }

    private static void add(
            String name, RunFolder.Content content, List<Input> files, Cancellation cancellation)
            throws SourceException {
        if (content instanceof RunFolder.Content.Opened(LogFile opened)) {
            try (opened) {
                files.add(new Input(name, FileDigest.sha256(opened, opened.size(), cancellation)));
            }
        }
    }
}
