// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the ledger is kept: an append-only chain of format B. The contract tests in the test kit
/// hold for every store. Blocking; any number of threads may use one store.
public interface LedgerStore {
    /// Appends an act. It is durable, and linked to what was then the last event, when this
    /// returns: only then does the act count as done. Secrets are redacted before anything is
    /// hashed.
    ///
    /// @throws SourceException if it was not recorded; then nothing was
    LedgerEvent append(LedgerEntry entry) throws SourceException;

    /// The last event, or null if there is none.
    @Nullable LedgerEvent latest() throws SourceException;

    /// The events that are wanted, in the order of the query.
    List<LedgerEvent> find(LedgerQuery query) throws SourceException;

    /// Gives every stored line from a position on, in chain order, as of one moment. Lines are
    /// given as they stand, edited ones too.
    void lines(long from, LineReader each) throws SourceException;

    /// What should keep the store append-only and is not there any more; empty if all is.
    List<String> guardsMissing() throws SourceException;

    /// Takes lines one by one.
    @FunctionalInterface
    interface LineReader {
        /// @param position 0-based place in the chain
        /// @param line without a line end
        /// @return whether to go on
        boolean line(long position, String line);
    }

    /// The events between two instants, both inclusive, earliest first.
    default List<LedgerEvent> range(Instant from, Instant to) throws SourceException {
        return find(LedgerQuery.ALL.between(from, to));
    }

    /// The events of an actor, earliest first.
    default List<LedgerEvent> byActor(String id) throws SourceException {
        return find(LedgerQuery.ALL.byActor(id));
    }

    /// The events on a resource, earliest first.
    default List<LedgerEvent> byResource(Resource resource) throws SourceException {
        return find(LedgerQuery.ALL.byResource(resource));
    }

    /// The events of an action, earliest first.
    default List<LedgerEvent> byAction(String action) throws SourceException {
        return find(LedgerQuery.ALL.byAction(action));
    }

    /// Computes every hash and link, all of them without a checkpoint, else those from the
    /// checkpoint's event on; if these are not right, all of them after all.
    ///
    /// @param since what was verified earlier, or null
    /// @throws SourceException if the store cannot be read; bad data is in the report
    default LedgerReport verify(@Nullable Checkpoint since) throws SourceException {
        return LedgerWalk.verify(this, since, since != null);
    }

    /// Computes every hash and link, and compares with a checkpoint if there is one.
    default LedgerReport verifyAll(@Nullable Checkpoint since) throws SourceException {
        return LedgerWalk.verify(this, since, false);
    }

    /// The same, for somebody who waits.
    ///
    /// @param progress counts events
    /// @return empty if it was cancelled: what was not read was not verified
    default Optional<LedgerReport> verifyAll(
            @Nullable Checkpoint since, Progress progress, Cancellation cancellation)
            throws SourceException {
        return LedgerWalk.verifyAll(this, since, progress, cancellation);
    }
}
