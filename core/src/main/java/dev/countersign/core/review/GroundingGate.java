// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.review.EvidenceText.Part;
import dev.countersign.core.review.Grounding.Found;
import dev.countersign.core.review.Grounding.NotFound;
import dev.countersign.core.review.Grounding.TooShort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The grounding gate, performed (FORMATS 5).
public final class GroundingGate {
    /// Fewer code points than this prove nothing.
    private static final int SHORTEST_CITATION = 12;

    private final Normalised source;
    private final List<Part> parts;
    private final CitationSearch search;
    private final NearMisses nearMisses;
    private final Map<String, Grounding> known = new HashMap<>();

    private GroundingGate(EvidenceText evidence) {
        this.source = Normalised.of(evidence.text());
        this.parts = speaking(evidence);
        this.search = new CitationSearch(source, parts);
        this.nearMisses = new NearMisses(source);
    }

    /// Looks for every citation in the evidence and gives the verdict.
    ///
    /// @param abstentions how many controls were left open
    public static GatePerformance perform(
            List<Claim> claims, int abstentions, EvidenceText evidence) {
        GroundingGate gate = new GroundingGate(evidence);
        gate.search.prepare(citations(claims));
        List<GroundedClaim> grounded = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Claim claim : claims) {
            Grounding grounding = gate.grounding(claim.citation());
            grounded.add(new GroundedClaim(claim, grounding));
            if (!(grounding instanceof Found)) {
                reasons.add(reason(claim));
            }
        }
        int ungrounded = reasons.size();
        GateVerdict verdict =
                ungrounded > 0
                        ? GateVerdict.BLOCK
                        : abstentions > 0 ? GateVerdict.REVIEW : GateVerdict.APPROVE;
        GateResult result =
                new GateResult(
                        verdict, claims.size() - ungrounded, ungrounded, abstentions, reasons);
        return new GatePerformance(result, grounded, evidence);
    }

    /// The producer's words. That the text is quoted as Python's `repr` does is a guess: no run
    /// seen so far has a quote or an escape in a claim's text, where plain quotes would differ.
    private static String reason(Claim claim) {
        StringBuilder out = new StringBuilder("ungrounded: ");
        PythonRepr.string(claim.text(), out);
        return out.append(" — citation not found in source").toString();
    }

    private static Set<String> citations(List<Claim> claims) {
        Set<String> citations = new HashSet<>();
        for (Claim claim : claims) {
            String citation = PythonText.normalise(claim.citation());
            if (!citation.isEmpty()) {
                citations.add(citation);
            }
        }
        return citations;
    }

    private Grounding grounding(String citation) {
        return known.computeIfAbsent(PythonText.normalise(citation), this::look);
    }

    private Grounding look(String citation) {
        int length = citation.codePointCount(0, citation.length());
        if (length < SHORTEST_CITATION) {
            return new TooShort(length);
        }
        int place = search.place(citation);
        return place < 0
                ? new NotFound(nearMisses.nearest(citation))
                : found(place, place + citation.length());
    }

    private Found found(int start, int end) {
        int from = source.from(start);
        int to = source.to(end);
        List<String> touched = new ArrayList<>();
        for (int i = CitationSearch.firstPart(parts, from); i < parts.size(); i++) {
            if (parts.get(i).from() >= to) {
                break;
            }
            touched.add(parts.get(i).name());
        }
        return new Found(from, to, touched, touched.size() > 1);
    }

    /// White space alone is part of no citation: a value of nothing else is not touched.
    private static List<Part> speaking(EvidenceText evidence) {
        List<Part> speaking = new ArrayList<>();
        for (Part part : evidence.parts()) {
            if (!PythonText.strip(evidence.text().substring(part.from(), part.to())).isEmpty()) {
                speaking.add(part);
            }
        }
        return speaking;
    }
}
