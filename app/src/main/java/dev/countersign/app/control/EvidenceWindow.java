// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.core.review.EvidenceText;

import java.util.ArrayList;
import java.util.List;

/// What is shown of evidence of any size: all of it where it is small, else the start of each part
/// or the surroundings of what is lit. Pure.
///
/// @param parts in text order
/// @param hidden how many parts are not shown
record EvidenceWindow(List<Shown> parts, int hidden) {
    static final int MOST_PARTS = 100;
    static final int LONGEST = 8_000;
    private static final int BEFORE = 1_000;

    /// One part, or a piece of it.
    ///
    /// @param name of the part
    /// @param text what is shown of it
    /// @param before characters left out before
    /// @param after characters left out after
    /// @param litFrom where the light starts in the shown text
    /// @param litTo where it ends; equal to litFrom if nothing is lit
    record Shown(String name, String text, int before, int after, int litFrom, int litTo) {
        boolean lit() {
            return litTo > litFrom;
        }
    }

    EvidenceWindow {
        parts = List.copyOf(parts);
    }

    /// @param from first lit character of the whole text
    /// @param to the one after the last; equal to from if nothing is lit
    static EvidenceWindow of(EvidenceText evidence, int from, int to) {
        List<EvidenceText.Part> all = evidence.parts();
        if (all.isEmpty() && !evidence.text().isEmpty()) {
            all = List.of(new EvidenceText.Part("", 0, evidence.text().length()));
        }
        List<Shown> shown = new ArrayList<>();
        for (EvidenceText.Part part : all) {
            boolean lit = Math.max(part.from(), from) < Math.min(part.to(), to);
            if (shown.size() < MOST_PARTS || lit) {
                shown.add(shown(evidence.text(), part, from, to));
            }
        }
        return new EvidenceWindow(shown, all.size() - shown.size());
    }

    private static Shown shown(String text, EvidenceText.Part part, int from, int to) {
        int litFrom = Math.clamp(from, part.from(), part.to());
        int litTo = Math.clamp(to, litFrom, part.to());
        int start = part.from();
        int end = part.to();
        if (end - start > LONGEST) {
            start = litTo > litFrom ? Math.max(start, litFrom - BEFORE) : start;
            end = Math.min(end, start + LONGEST);
        }
        start = inPair(text, start, part.from()) ? start - 1 : start;
        end = inPair(text, end, part.from()) ? end - 1 : end;
        return new Shown(
                part.name(),
                text.substring(start, end),
                start - part.from(),
                part.to() - end,
                Math.clamp(litFrom, start, end) - start,
                Math.clamp(litTo, start, end) - start);
    }

    private static boolean inPair(String text, int at, int first) {
        return at > first
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
