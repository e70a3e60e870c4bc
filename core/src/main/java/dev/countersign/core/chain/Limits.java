// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// How much hostile input may cost. Beyond a limit the answer is `limit_exceeded`, never a crash.
///
/// @param maxLineBytes longest line that is read
/// @param maxValues most JSON values in one line
/// @param maxFaults most faults that are described; further ones are counted
/// @param maxNotesPerKind most notes of a kind that are listed; further ones are counted
public record Limits(int maxLineBytes, int maxValues, int maxFaults, int maxNotesPerKind) {
    /// 64 MiB a line, 4 Mi values, 20,000 faults, 100 notes of a kind.
    public static final Limits DEFAULT = new Limits(64 << 20, 4 << 20, 20_000, 100);

    /// Whether these are {@link #DEFAULT}. By hand: linking a record's equals() costs a short
    /// command more than its work.
    public boolean areDefault() {
        return maxLineBytes == DEFAULT.maxLineBytes
                && maxValues == DEFAULT.maxValues
                && maxFaults == DEFAULT.maxFaults
                && maxNotesPerKind == DEFAULT.maxNotesPerKind;
    }
}
