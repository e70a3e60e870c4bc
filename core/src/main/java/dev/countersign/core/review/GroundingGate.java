// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.review.EvidenceText.Part;
import dev.countersign.core.review.Grounding.Found;
import dev.countersign.core.review.Grounding.NotFound;
import dev.countersign.core.review.Grounding.TooShort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The grounding gate, performed (FORMATS 5).
public final class GroundingGate {
    /// Fewer code points than this prove nothing.
    private static final int SHORTEST_CITATION = 12;

    private final EvidenceText evidence;
    private final Normalised source;
    private final NearMisses nearMisses;
    private final Map<String, Grounding> known = new HashMap<>();

    private GroundingGate(EvidenceText evidence) {
        this.evidence = evidence;
        this.source = Normalised.of(evidence.text());
        this.nearMisses = new NearMisses(source);
    }

    /// Looks for every citation in the evidence and gives the verdict.
    ///
    /// @param abstentions how many controls were left open
    public static GatePerformance perform(
            List<Claim> claims, int abstentions, EvidenceText evidence) {
        GroundingGate gate = new GroundingGate(evidence);
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

    private Grounding grounding(String citation) {
        return known.computeIfAbsent(PythonText.normalise(citation), this::look);
    }

    private Grounding look(String citation) {
        int length = citation.codePointCount(0, citation.length());
        if (length < SHORTEST_CITATION) {
            return new TooShort(length);
        }
        Occurrences occurrences = new Occurrences(citation, source.text());
        Found straddling = null;
        for (int at = occurrences.next(); at >= 0; at = occurrences.next()) {
            Found found = found(at, at + citation.length());
            if (!found.straddles()) {
                return found;
            }
            straddling = straddling == null ? found : straddling;
        }
        return straddling == null ? new NotFound(nearMisses.nearest(citation)) : straddling;
    }

    private Found found(int start, int end) {
        int from = source.from(start);
        int to = source.to(end);
        List<String> touched = new ArrayList<>();
        for (int i = partAt(from); i < evidence.parts().size(); i++) {
            Part part = evidence.parts().get(i);
            if (part.from() >= to) {
                break;
            }
            if (part.to() > from && part.to() > part.from()) {
                touched.add(part.name());
            }
        }
        return new Found(from, to, touched, touched.size() > 1);
    }

    /// The first part that may reach beyond a place.
    private int partAt(int place) {
        int low = 0;
        int high = evidence.parts().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (evidence.parts().get(middle).to() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
