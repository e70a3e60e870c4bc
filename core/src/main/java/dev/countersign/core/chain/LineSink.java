// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// Hears of the lines of a slice, in order.
interface LineSink {
    /// A line of nothing but white space.
    void blank();

    /// A line that counts as a record, whether it is one or not.
    ///
    /// @param record what was read; valid during the call, its spans until the slice ends
    /// @param b the buffer
    /// @param from where the line starts in it
    /// @param offset where the line starts in the file
    /// @param terminated whether a line end follows
    void record(RecordReader record, byte[] b, int from, long offset, boolean terminated);
}
