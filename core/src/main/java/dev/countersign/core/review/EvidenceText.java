// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import java.util.List;

/// The evidence of a run as the one text that its gate searches (FORMATS 5).
///
/// @param text all parts, joined as the workflow joins them
/// @param parts in text order; the gaps between them are the joints
public record EvidenceText(String text, List<Part> parts) {
    /// Nothing on file, and no text that says so.
    public static final EvidenceText NONE = new EvidenceText("", List.of());

    public EvidenceText {
        parts = List.copyOf(parts);
    }

    /// One value of the evidence.
    ///
    /// @param name its key
    /// @param from where it starts in the text, in UTF-16 units
    /// @param to where it ends, exclusive
    public record Part(String name, int from, int to) {}
}
