// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The same text in other characters: composed and decomposed, typographic and plain, look-alikes.
final class UnicodeForms {
    /// What people and programs write for one another, all at once or one at a time.
    private static final List<List<String>> SAME =
            List.of(
                    List.of("\"", "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb"),
                    List.of("'", "\u2019", "\u2018", "\u00b4", "`"),
                    List.of("-", "\u2013", "\u2014", "\u2010", "\u2011", "\u2212", "\u00ad"),
                    List.of(" ", "\u00a0", "\u202f", "\u2009", "\u2003", "\u200b", "\t"),
                    List.of("...", "\u2026"),
                    List.of("ss", "\u00df"),
                    List.of("ae", "\u00e4", "\u00e6"),
                    List.of("oe", "\u00f6", "\u0153", "\u00f8"),
                    List.of("ue", "\u00fc"),
                    List.of("Ae", "\u00c4"),
                    List.of("Oe", "\u00d6"),
                    List.of("Ue", "\u00dc"),
                    List.of(
                            "a", "\u0430", "\u00e4", "\u00e1", "\u00e0", "\u00e2", "\u00e5",
                            "\u00e3"),
                    List.of("e", "\u0435", "\u00e9", "\u00e8", "\u00ea", "\u00eb"),
                    List.of("o", "\u043e", "\u00f6", "\u00f3", "\u00f4", "\u00f8"),
                    List.of("u", "\u00fc", "\u00fa", "\u00f9", "\u00fb"),
                    List.of("i", "\u0456", "\u00ed", "\u00ef", "\u0131", "\u00ee"),
                    List.of("c", "\u0441", "\u00e7", "\u010d"),
                    List.of("n", "\u00f1"),
                    List.of("s", "\u0455", "\u0161"),
                    List.of("p", "\u0440"),
                    List.of("x", "\u0445"),
                    List.of("y", "\u0443", "\u00fd"),
                    List.of("z", "\u017e"),
                    List.of("A", "\u0410", "\u00c4"),
                    List.of("O", "\u041e", "\u00d6", "0"),
                    List.of("l", "1", "I"),
                    List.of("\u20ac", "EUR", "EUR "),
                    List.of("fi", "\ufb01"),
                    List.of("\n", "\r\n", "\r", " "));

    private UnicodeForms() {}

    static Set<String> of(String text) {
        Set<String> all = new LinkedHashSet<>();
        for (Form form : Form.values()) {
            all.add(Normalizer.normalize(text, form));
        }
        all.add(Normalizer.normalize(text, Form.NFD).replaceAll("\\p{M}+", ""));
        for (List<String> group : SAME) {
            for (String a : group) {
                if (!text.contains(a)) {
                    continue;
                }
                for (String b : group) {
                    if (!a.equals(b)) {
                        all.add(text.replace(a, b));
                        oneAtATime(text, a, b, all);
                    }
                }
            }
        }
        all.remove(text);
        return all;
    }

    private static void oneAtATime(String text, String a, String b, Set<String> all) {
        for (int at = text.indexOf(a); at >= 0; at = text.indexOf(a, at + 1)) {
            all.add(text.substring(0, at) + b + text.substring(at + a.length()));
        }
    }
}
