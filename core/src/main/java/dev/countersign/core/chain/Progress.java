// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// Hears how far a long piece of work is. Called from any worker thread, often: implementations
/// must be quick.
///
/// One method and no other: what is written as a lambda is kept in the start-up cache only then.
@FunctionalInterface
public interface Progress {
    /// Nobody listens.
    Progress NONE = (done, total, records, faulty) -> {};

    /// @param done bytes read so far
    /// @param total bytes to read
    /// @param records records verified so far
    /// @param faulty records so far whose line, hash or link is not right
    void at(long done, long total, long records, long faulty);
}
