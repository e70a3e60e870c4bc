// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.NoteKind;
import dev.countersign.core.chain.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// What must be said of a log that was tampered with.
///
/// @param verdict of the chain
/// @param faults in record order; empty for an intact one
/// @param whole whether these are all faults; otherwise only the first is certain
/// @param checkpoint how the log stands to the checkpoint
/// @param notes kinds that must be noted
/// @param notNotes kinds that must not be noted
public record Expected(
        Verdict verdict,
        List<Diagnosis> faults,
        boolean whole,
        CheckpointResult checkpoint,
        Set<NoteKind> notes,
        Set<NoteKind> notNotes) {
    public Expected {
        faults = List.copyOf(faults);
    }

    /// One fault.
    ///
    /// @param record 0-based, counting non-blank lines
    /// @param category what it is
    /// @param alternatives what the log alone cannot tell from it; absent where FORMATS leaves it
    ///   open
    public record Diagnosis(
            long record, FaultCategory category, @Nullable List<FaultCategory> alternatives) {
        /// With the alternatives that FORMATS 6 names.
        public static Diagnosis of(long record, FaultCategory category) {
            if (record == 0 || category == FaultCategory.CONTENT_MODIFIED) {
                return new Diagnosis(record, category, null);
            }
            boolean missing = category == FaultCategory.RECORD_MISSING;
            List<FaultCategory> other =
                    missing ? List.of(FaultCategory.RECORD_REWRITTEN) : List.of();
            return new Diagnosis(record, category, other);
        }
    }

    /// Nothing is wrong.
    public static Expected intact() {
        return new Expected(
                Verdict.INTACT, List.of(), true, CheckpointResult.NONE, Set.of(), Set.of());
    }

    /// These faults and no others; the first decides the verdict.
    public static Expected faults(Diagnosis... faults) {
        Verdict verdict = faults[0].category().verdict();
        return new Expected(
                verdict, List.of(faults), true, CheckpointResult.NONE, Set.of(), Set.of());
    }

    /// This fault first; others may follow from it.
    public static Expected first(long record, FaultCategory category) {
        Diagnosis fault = new Diagnosis(record, category, null);
        return new Expected(
                category.verdict(),
                List.of(fault),
                false,
                CheckpointResult.NONE,
                Set.of(),
                Set.of());
    }

    /// The same against a checkpoint.
    public Expected against(CheckpointResult result) {
        return new Expected(verdict, faults, whole, result, notes, notNotes);
    }

    /// The same with a note.
    public Expected noting(NoteKind... kinds) {
        return new Expected(verdict, faults, whole, checkpoint, Set.of(kinds), notNotes);
    }

    /// The same without a note.
    public Expected silentOn(NoteKind... kinds) {
        return new Expected(verdict, faults, whole, checkpoint, notes, Set.of(kinds));
    }
}
