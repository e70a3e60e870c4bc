// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// How a log stands to what somebody saw of it, by what its bytes give: a head that is merely
/// stored proves nothing, since whoever edits a record can leave every stored hash as it was.
///
/// @param result by the stored hashes alone (FORMATS 6)
/// @param brokenAt the first record that is wrong, if it stands before the checkpoint's head or is
///   it, and that head is in its place; else negative
/// @param otherBytes whether every hash up to the head holds, and the file's bytes up to there are
///   known not to be those that were seen: another spelling, or a field that no hash covers
public record Agreement(CheckpointResult result, long brokenAt, boolean otherBytes) {
    /// Where the bytes were not looked at, or are the same.
    public Agreement(CheckpointResult result, long brokenAt) {
        this(result, brokenAt, false);
    }

    /// @param result where nothing up to the head is wrong
    public static Agreement of(CheckpointResult result) {
        return new Agreement(result, -1);
    }

    /// The checkpoint's head stands in its place in the log.
    ///
    /// @param head its record
    /// @param more whether further records follow
    static Agreement inPlace(ChainReport report, long head, boolean more) {
        Fault first = report.first();
        CheckpointResult result =
                more && first == null ? CheckpointResult.GROWN : CheckpointResult.MATCH;
        return first != null && first.record() <= head
                ? new Agreement(result, first.record())
                : of(result);
    }

    /// The same, where the bytes up to the head are not those that were seen.
    public Agreement inOtherBytes() {
        return new Agreement(result, brokenAt, !negative());
    }

    /// Whether the head is stored in its place, and the records up to it are not those that it was
    /// made from.
    public boolean broken() {
        return brokenAt >= 0;
    }

    /// Whether the log cannot be the one that was seen.
    public boolean negative() {
        return broken() || result.negative();
    }

    /// The word of {@link CheckpointResult}, or `broken_before`.
    public String word() {
        return broken() ? "broken_before" : result.word();
    }
}
