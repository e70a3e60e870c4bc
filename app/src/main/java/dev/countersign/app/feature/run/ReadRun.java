// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.text.CompletenessText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.TornEndFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.Hold;
import dev.countersign.core.workspace.Sightings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads a run directory.
@FunctionalInterface
public interface ReadRun {
    /// A run, and what it was read under.
    ///
    /// @param controls what the register has for its workflow
    /// @param added what a firm's own rules say of it
    record Reading(
            RunSnapshot run,
            Policy policy,
            List<Control> controls,
            List<RuleBook.Additional> added) {
        public Reading {
            controls = List.copyOf(controls);
            added = List.copyOf(added);
        }
    }

    /// Blocking.
    ///
    /// @param progress counts the bytes of its log
    /// @return empty if it was cancelled
    /// @throws SourceException if it cannot be read
    Optional<Reading> read(Path directory, Progress progress, Cancellation cancellation)
            throws SourceException;

    /// What is kept about a run.
    ///
    /// @param findings about its log
    /// @param seen who has seen its log
    /// @param holds who put it on hold, the earliest first
    /// @param tornEnds what crashes left of records, kept beside its log
    record OnFile(
            List<Finding> findings, Sightings seen, List<Hold> holds, List<TornEndFile> tornEnds) {
        /// Nothing.
        public static final OnFile NOTHING =
                new OnFile(List.of(), Sightings.NONE, List.of(), List.of());

        public OnFile {
            findings = List.copyOf(findings);
            holds = List.copyOf(holds);
            tornEnds = List.copyOf(tornEnds);
        }

        /// Whether anything is missing from the log of the run, as far as is known.
        public CompletenessText completeness(RunSnapshot run) {
            ChainReport chain = run.chain();
            CheckpointResult result = chain == null ? CheckpointResult.NONE : chain.checkpoint();
            return CompletenessText.of(result, seen, findings);
        }
    }

    /// What is on file about a run; blocking. Nothing where nothing is kept.
    ///
    /// @throws SourceException if that cannot be read
    default OnFile onFile(Path directory) throws SourceException {
        return OnFile.NOTHING;
    }
}
