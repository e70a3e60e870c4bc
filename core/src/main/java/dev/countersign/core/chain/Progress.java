// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// Hears how far a long piece of work is. Called from any worker thread, often: implementations
/// must be quick.
@FunctionalInterface
public interface Progress {
    /// Nobody listens.
    Progress NONE = (done, total, records, faulty) -> {};

    /// @param done bytes read so far
    /// @param total bytes to read
    /// @param records records verified so far
    /// @param faulty records so far whose line, hash or link is not right
    void at(long done, long total, long records, long faulty);

    /// Hears, before anything is read, where what was found so far can be looked at. Called again
    /// if the log is read anew; the last one counts.
    default void begins(Glimpses found) {}
}
