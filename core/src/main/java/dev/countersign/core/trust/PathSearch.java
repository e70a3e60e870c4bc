// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the ways from a certificate to anchors: there may be several, because authorities certify
/// each other.
final class PathSearch {
    private static final int LONGEST = 10;
    private static final int MOST_PATHS = 8;

    /// Each step checks signatures.
    private static final int MOST_STEPS = 100;

    private final Set<Certificate> anchors;
    private final Set<Certificate> issuers;

    PathSearch(Collection<Certificate> anchors, Collection<Certificate> others) {
        this.anchors = new LinkedHashSet<>(anchors);
        this.issuers = new LinkedHashSet<>(anchors);
        this.issuers.addAll(others);
    }

    /// Each from the certificate to an anchor, short ones first; none if there is none.
    List<List<Certificate>> from(Certificate certificate) {
        List<List<Certificate>> found = new ArrayList<>();
        Deque<List<Certificate>> open = new ArrayDeque<>(List.of(List.of(certificate)));
        for (int steps = 0; steps < MOST_STEPS && !open.isEmpty(); steps++) {
            List<Certificate> path = open.removeFirst();
            if (anchors.contains(path.getLast())) {
                found.add(path);
                if (found.size() == MOST_PATHS) {
                    break;
                }
            } else if (path.size() < LONGEST) {
                open.addAll(longer(path));
            }
        }
        return found;
    }

    private List<List<Certificate>> longer(List<Certificate> path) {
        List<List<Certificate>> paths = new ArrayList<>();
        for (Certificate issuer : issuers) {
            if (!path.contains(issuer) && CertificateChain.issued(path.getLast(), issuer)) {
                List<Certificate> next = new ArrayList<>(path);
                next.add(issuer);
                paths.add(next);
            }
        }
        return paths;
    }
}
