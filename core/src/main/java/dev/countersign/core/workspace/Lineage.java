// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which heads of one run's log were seen to come after which.
final class Lineage {
    private final Map<String, Set<String>> next = new HashMap<>();

    void add(String head, String continuedBy) {
        next.computeIfAbsent(head, _ -> new HashSet<>()).add(continuedBy);
    }

    /// Whether the log with one head is known to be the beginning of the log with the other.
    boolean before(String head, String later) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(head);
        while (!open.isEmpty()) {
            for (String one : next.getOrDefault(open.remove(), Set.of())) {
                if (one.equals(later)) {
                    return true;
                }
                if (seen.add(one)) {
                    open.add(one);
                }
            }
        }
        return false;
    }
}
