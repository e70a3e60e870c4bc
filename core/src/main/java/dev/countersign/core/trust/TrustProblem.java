// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.nio.file.Path;

/// A file among the anchors that cannot be used. The others are.
///
/// @param file which
/// @param detail what is wrong with it, as a clause
public record TrustProblem(Path file, String detail) {
    /// One sentence.
    public String message() {
        return file + " is not used: " + detail + ".";
    }
}
