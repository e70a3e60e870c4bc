// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.reperformance.PopulationResults;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Pin;

import java.nio.file.Path;
import java.time.YearMonth;

/// Signs. All of it blocks.
public interface SignDesk {
    /// Looks what a disposition of a finding is about: its run, if the log there takes it, else the
    /// finding alone.
    ///
    /// @throws SourceException if there is no such finding, or it cannot be read
    SignSubject about(String finding) throws SourceException;

    /// Reads a run that somebody wants to act on.
    ///
    /// @throws SourceException if it cannot be read
    SignSubject.OfRun about(Path run) throws SourceException;

    /// Keeps results of performing runs again in a file that is not there yet, or has just them,
    /// and looks what a signature under them is about.
    ///
    /// @throws SourceException if they cannot be kept, or another policy is in force by now
    SignSubject about(PopulationResults results, Path file) throws SourceException;

    /// Reads the sample of a month that somebody wants to sign off.
    ///
    /// @throws SourceException if something stands against that, or it cannot be read
    SignSubject.OfSample about(YearMonth month) throws SourceException;

    /// Whether a key lies open: no PIN is asked for then.
    ///
    /// @throws SourceException if it cannot be read
    boolean liesOpen(KeySource.File key) throws SourceException;

    /// Reads the subject again, asks again what stands against the act, opens the key, signs, and
    /// records.
    ///
    /// @param pin is used here and not kept
    /// @throws SourceException if the disk fails; nothing was signed then
    SignEnd sign(SignOrder order, Pin pin) throws SourceException;

    /// Asks the time-stamp authority again, and records.
    ///
    /// @throws SourceException if the disk fails
    SignEnd stamp(SignOrder order, SignedEntry entry) throws SourceException;

    /// Records what was signed without a time-stamp.
    ///
    /// @throws SourceException if the disk fails
    SignEnd record(SignOrder order, SignedEntry entry) throws SourceException;

    /// Writes what a time-stamp authority is to be asked, and beside it the response that waits for
    /// its answer.
    ///
    /// @throws SourceException if they cannot be written
    SignState.Carried carry(SignedEntry entry, Path request) throws SourceException;

    /// Writes into `state.json` what the log has approved.
    ///
    /// @throws SourceException if it cannot be written
    void finish(Path directory) throws SourceException;

    /// Writes a signed act as a file of its own, to be imported where the run lives.
    ///
    /// @throws SourceException if it cannot be written
    void respond(SignedEntry entry, Path file) throws SourceException;
}
