// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.review.EvidenceText.Part;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds normalised citations in normalised evidence: at the first place inside one value, else at
/// the first across a seam.
final class CitationSearch {
    /// Beyond so many steps one by one, all are looked for together; that takes more room.
    private static final long ONE_BY_ONE = 100_000_000;

    private static final int NOWHERE = -1;

    private final Normalised source;
    private final List<Part> parts;

    /// Where the values start in the normalised text, ascending.
    private final int[] seams;

    private final Map<String, Integer> places = new HashMap<>();

    /// @param parts the values that hold more than white space, in order
    CitationSearch(Normalised source, List<Part> parts) {
        this.source = source;
        this.parts = parts;
        this.seams = new int[parts.size()];
        int at = 0;
        for (int i = 0; i < seams.length; i++) {
            while (at < source.text().length() && source.from(at) < parts.get(i).from()) {
                at++;
            }
            seams[i] = at;
        }
    }

    /// Looks for all of them together if one by one would take too long.
    void prepare(Collection<String> citations) {
        if ((long) citations.size() * source.text().length() > ONE_BY_ONE) {
            together(citations);
        }
    }

    /// The place of a citation in UTF-16 units, or -1.
    int place(String citation) {
        return places.computeIfAbsent(citation, this::alone);
    }

    private int alone(String citation) {
        Occurrences occurrences = new Occurrences(citation, source.text());
        int first = NOWHERE;
        for (int at = occurrences.next(); at >= 0; at = occurrences.next()) {
            if (seamAfter(at) >= at + citation.length()) {
                return at;
            }
            first = first < 0 ? at : first;
        }
        return first;
    }

    private void together(Collection<String> citations) {
        String text = source.text();
        List<String> fitting = new ArrayList<>();
        for (String citation : citations) {
            places.put(citation, NOWHERE);
            if (citation.length() <= text.length()) {
                fitting.add(citation);
            }
        }
        ManyOccurrences occurrences = new ManyOccurrences(fitting);
        int[] next = {0};
        occurrences.search(
                text,
                at -> {
                    boolean seam = next[0] < seams.length && seams[next[0]] == at;
                    next[0] += seam ? 1 : 0;
                    return seam;
                },
                places::put);
        occurrences.search(text, at -> false, places::put);
    }

    /// Where the value ends that a place belongs to, as the start of the next one.
    private int seamAfter(int place) {
        int next = firstPart(parts, source.from(place));
        return next + 1 < seams.length ? seams[next + 1] : source.text().length();
    }

    /// The first part that reaches beyond a place of the evidence.
    static int firstPart(List<Part> parts, int place) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).to() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
