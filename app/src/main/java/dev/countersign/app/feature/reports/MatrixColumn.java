// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Mark;
import dev.countersign.app.text.AddedText;
import dev.countersign.app.text.MatrixText;
import dev.countersign.core.reperformance.Comparison;
import dev.countersign.core.reperformance.TestKind;

/// What a column of the matrix says of a run.
sealed interface MatrixColumn {
    /// Its head.
    String name();

    /// What it says, as shape and colour.
    Mark mark(MatrixRow row);

    /// In a word.
    String word(MatrixRow row);

    /// In a sentence.
    String sentence(MatrixRow row);

    /// What it is sorted by.
    int rank(MatrixRow row);

    /// Where the evidence is shown.
    TestKind leads();

    /// A test of what was recorded.
    record OfTest(TestKind test) implements MatrixColumn {
        @Override
        public String name() {
            return MatrixText.name(test);
        }

        @Override
        public Mark mark(MatrixRow row) {
            return switch (row.of(test).result()) {
                case AGREES -> Mark.VERIFIED;
                case DIFFERS -> Mark.FAILED;
                case NOT_COMPARED -> Mark.OPEN;
            };
        }

        @Override
        public String word(MatrixRow row) {
            return MatrixText.word(row.of(test).result());
        }

        @Override
        public String sentence(MatrixRow row) {
            return MatrixText.sentence(row.of(test));
        }

        @Override
        public int rank(MatrixRow row) {
            return row.of(test).result().ordinal();
        }

        @Override
        public TestKind leads() {
            return test;
        }

        boolean differs(MatrixRow row) {
            return row.of(test).result() == Comparison.Result.DIFFERS;
        }
    }

    /// What a firm's own rules gave, all of them together: green only where each was applied and
    /// found nothing.
    record Added() implements MatrixColumn {
        @Override
        public String name() {
            return AddedText.TITLE;
        }

        @Override
        public Mark mark(MatrixRow row) {
            return switch (rank(row)) {
                case 0, 1 -> Mark.OPEN;
                case 2 -> Mark.NOTE;
                default -> Mark.VERIFIED;
            };
        }

        @Override
        public String word(MatrixRow row) {
            return AddedText.word(row.added());
        }

        @Override
        public String sentence(MatrixRow row) {
            return AddedText.sentence(row.added());
        }

        @Override
        public int rank(MatrixRow row) {
            if (row.added().isEmpty()) {
                return 0;
            }
            if (row.added().stream().anyMatch(rules -> rules.failure() != null)) {
                return 1;
            }
            return row.added().stream().anyMatch(rules -> !rules.results().isEmpty()) ? 2 : 3;
        }

        @Override
        public TestKind leads() {
            return TestKind.RULES;
        }
    }
}
