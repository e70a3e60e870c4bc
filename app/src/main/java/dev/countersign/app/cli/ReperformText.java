// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.Foreign;
import dev.countersign.core.reperformance.Comparison;
import dev.countersign.core.reperformance.Difference;
import dev.countersign.core.reperformance.Reperformance;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleResult;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// What came out of a run, for people at a terminal.
final class ReperformText {
    private ReperformText() {}

    static void print(Reperformance done, String sha256, PrintStream out) {
        String word = done.differs() ? "differs  " : done.agrees() ? "agrees   " : "open     ";
        out.println(word + done.run().runId());
        String silence = done.silence();
        if (silence != null) {
            out.println("  not re-performed: " + spaced(silence));
        }
        tests(done, out);
        done.differences().forEach(difference -> out.println("  " + told(difference)));
        rules(done, out);
        done.additional().forEach(added -> additional(added, out));
        out.println("  results " + sha256);
    }

    private static void tests(Reperformance done, PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("  TEST", "OUTCOME", "WHY"));
        for (Comparison comparison : done.comparisons()) {
            String why = comparison.why();
            rows.add(
                    List.of(
                            "  " + spaced(comparison.test().word()),
                            spaced(comparison.result().word()),
                            why == null ? "" : spaced(why)));
        }
        Table.print(rows, out);
    }

    private static String told(Difference difference) {
        return spaced(difference.test().word())
                + ", "
                + Foreign.visible(difference.subject())
                + ": recorded "
                + shown(difference.recorded())
                + ", re-performed "
                + shown(difference.reperformed());
    }

    private static void rules(Reperformance done, PrintStream out) {
        for (RuleResult rule : done.run().findings()) {
            out.println("  " + Foreign.visible(rule.control() + ": " + rule.detail()));
            done.controls().stream()
                    .filter(control -> control.id().equals(rule.control()))
                    .forEach(control -> register(control, out));
        }
        if (!done.unregistered().isEmpty()) {
            out.println(
                    "  not in the register of controls: "
                            + Foreign.visible(String.join(", ", done.unregistered())));
        }
    }

    private static void additional(RuleBook.Additional added, PrintStream out) {
        String failure = added.failure();
        if (failure != null) {
            out.println(
                    "  not checked: the rules of "
                            + Foreign.visible(added.rules() + " " + failure));
        }
        for (RuleResult rule : added.results()) {
            out.println("  additional, " + Foreign.visible(rule.control() + ": " + rule.detail()));
        }
    }

    private static void register(Control control, PrintStream out) {
        out.println("    " + control.title() + ". " + control.objective());
        control.deficiency().forEach(criterion -> out.println("    deficient if: " + criterion));
    }

    private static String shown(@Nullable String text) {
        return text == null ? "nothing" : "\"" + Foreign.visible(text) + "\"";
    }

    private static String spaced(String word) {
        return word.replace('_', ' ');
    }
}
