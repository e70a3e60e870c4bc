// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;

/// Where a text contains each of many others, in linear time whatever they are (Aho, Corasick,
/// "Efficient string matching", 1975), by code point. A text that was found is not looked for
/// again.
final class ManyOccurrences {
    private final List<String> wanted;
    private final CodePointEdges edges;
    private final int[] fallback;
    private final int[] ending;

    /// The nearest shorter ending that may be a text still looked for; shortened as it is followed.
    private final int[] shorter;

    private int nodes = 1;

    /// @param wanted what to look for, each once and none empty
    ManyOccurrences(List<String> wanted) {
        this.wanted = wanted;
        int most = 1;
        for (String text : wanted) {
            most = Math.addExact(most, text.codePointCount(0, text.length()));
        }
        edges = new CodePointEdges(most);
        fallback = new int[most];
        ending = new int[most];
        Arrays.fill(ending, -1);
        grow();
        shorter = fallback.clone();
    }

    /// All texts grow by one character at a time: so what a node falls back to is always there.
    private void grow() {
        int[] node = new int[wanted.size()];
        int[] at = new int[wanted.size()];
        int[] growing = new int[wanted.size()];
        Arrays.setAll(growing, i -> i);
        int left = wanted.size();
        while (left > 0) {
            int kept = 0;
            for (int i = 0; i < left; i++) {
                int text = growing[i];
                int c = wanted.get(text).codePointAt(at[text]);
                at[text] += Character.charCount(c);
                node[text] = child(node[text], c);
                if (at[text] < wanted.get(text).length()) {
                    growing[kept++] = text;
                } else {
                    ending[node[text]] = text;
                }
            }
            left = kept;
        }
    }

    private int child(int node, int c) {
        int known = edges.get(node, c);
        if (known != 0) {
            return known;
        }
        int child = nodes++;
        fallback[child] = node == 0 ? 0 : step(fallback[node], c);
        edges.put(node, c, child);
        return child;
    }

    private int step(int node, int c) {
        int from = node;
        int to = edges.get(from, c);
        while (to == 0 && from != 0) {
            from = fallback[from];
            to = edges.get(from, c);
        }
        return to;
    }

    /// Goes through a text once.
    ///
    /// @param barrier whether nothing may be found across the place before this unit
    /// @param found takes each text still looked for with its first place
    void search(String text, IntPredicate barrier, ObjIntConsumer<String> found) {
        int node = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            node = step(barrier.test(i) ? 0 : node, c);
            i += Character.charCount(c);
            for (int end = live(node); end != 0; end = live(end)) {
                String one = wanted.get(ending[end]);
                found.accept(one, i - one.length());
                ending[end] = -1;
            }
        }
    }

    private int live(int node) {
        int end = node;
        while (end != 0 && ending[end] < 0) {
            end = shorter[end];
        }
        for (int passed = node; passed != end; ) {
            int next = shorter[passed];
            shorter[passed] = end;
            passed = next;
        }
        return end;
    }
}
