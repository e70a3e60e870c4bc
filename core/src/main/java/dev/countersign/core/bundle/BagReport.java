// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import java.util.List;

/// How a bag stands to RFC 8493.
///
/// @param complete whether everything that it must have and lists is there, and nothing else
/// @param valid whether it is complete, and every checksum is right
/// @param errors what speaks against it, in order of files
/// @param warnings what does not make it invalid
public record BagReport(
        boolean complete, boolean valid, List<BagFault> errors, List<BagFault> warnings) {
    public BagReport {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    static BagReport of(List<BagFault> errors, List<BagFault> warnings) {
        boolean complete = errors.stream().allMatch(BagReport::leavesComplete);
        return new BagReport(complete, errors.isEmpty(), errors, warnings);
    }

    /// What a damaged manifest lists, nobody knows.
    private static boolean leavesComplete(BagFault error) {
        boolean unread = error.kind() == BagFault.Kind.DAMAGED && Bag.isManifest(error.file());
        return (error.kind().ofContent() || error.kind() == BagFault.Kind.NOT_CHECKED) && !unread;
    }
}
