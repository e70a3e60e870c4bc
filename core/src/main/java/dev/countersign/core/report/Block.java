// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import java.util.List;

/// A piece of a {@link Report}.
public sealed interface Block {
    /// Sentences.
    ///
    /// @param text whole sentences, without markup
    record Paragraph(String text) implements Block {}

    /// Names and what they are.
    ///
    /// @param facts in the order in which they are told
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }

        public Facts(Fact... facts) {
            this(List.of(facts));
        }
    }

    /// One name and what it is.
    ///
    /// @param name a few words
    /// @param value as it is shown
    record Fact(String name, Cell value) {}

    /// A table.
    ///
    /// @param columns at least one
    /// @param rows each as long as the columns
    record Table(List<Column> columns, List<List<Cell>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row is as long as the table is wide");
                }
            }
        }
    }

    /// A column.
    ///
    /// @param title its heading
    /// @param weight its width against the others'
    record Column(String title, int weight) {}

    /// What stands in a table.
    ///
    /// @param text any text: each format makes it harmless in its own way
    /// @param tone what it says about itself beyond its words
    record Cell(String text, Tone tone) {
        /// Text.
        public static Cell of(String text) {
            return new Cell(text, Tone.PLAIN);
        }

        /// A hash, a path, a number: what is compared digit by digit.
        public static Cell exact(String text) {
            return new Cell(text, Tone.EXACT);
        }
    }

    /// What a cell says beyond its words. No format says it by colour alone.
    enum Tone {
        /// Nothing.
        PLAIN,
        /// That it is compared digit by digit.
        EXACT,
        /// That something was checked, and holds.
        GOOD,
        /// That something was checked, and does not hold.
        BAD,
        /// That nothing was checked.
        OPEN
    }

    /// A chart of shares: one bar a row.
    ///
    /// @param words what the parts of a bar are called: good, bad and open
    /// @param bars at least one
    record Chart(List<String> words, List<Bar> bars) implements Block {
        public Chart {
            if (words.size() != 3) {
                throw new IllegalArgumentException("a bar has three parts");
            }
            words = List.copyOf(words);
            bars = List.copyOf(bars);
        }
    }

    /// A bar.
    ///
    /// @param name what it stands for
    /// @param good how many were in time
    /// @param bad how many were late
    /// @param open how many still run
    record Bar(String name, long good, long bad, long open) {
        /// All of them.
        public long all() {
            return good + bad + open;
        }
    }

    /// Where people sign on paper.
    ///
    /// @param signatories who signs, one line each
    record SignOff(List<Signatory> signatories) implements Block {
        public SignOff {
            signatories = List.copyOf(signatories);
        }
    }

    /// Somebody who signs.
    ///
    /// @param role as what
    /// @param name who; empty if not known yet
    record Signatory(String role, String name) {}
}
