// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.List;

/// What can be looked up and done here. All of it blocks; what changes something is in the ledger
/// when it returns.
public interface SettingsDesk extends WitnessDesk {
    /// Reads the policy's file again, and lets it hold if it is right.
    ///
    /// @throws SourceException if it cannot be read
    PolicySheet policy() throws SourceException;

    /// The countries whose holidays are known; none where they cannot be imported. Writes the
    /// default as the workspace's own file, so that its owners have one to change; nothing where
    /// there is one.
    ///
    /// @throws SourceException if it cannot be written
    PolicySheet writeDefault() throws SourceException;

    List<Holidays.Country> countries();

    /// What an import would add; writes nothing.
    ///
    /// @throws SourceException if they cannot be read
    Holidays holidays(Holidays.Wanted wanted) throws SourceException;

    /// Adds closed days to the policy's file.
    ///
    /// @throws SourceException if it cannot be written
    PolicySheet adopt(Holidays holidays) throws SourceException;

    /// Where runs are looked for.
    ///
    /// @throws SourceException if that cannot be read
    List<SourceRow> sources() throws SourceException;

    /// Looks there as well.
    ///
    /// @throws SourceException if nothing is there
    List<SourceRow> add(Path source) throws SourceException;

    /// Looks there no longer.
    ///
    /// @throws SourceException if that cannot be written
    List<SourceRow> remove(SourceRow source) throws SourceException;
}
