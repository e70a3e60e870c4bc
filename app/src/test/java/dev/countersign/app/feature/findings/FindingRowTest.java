// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.sample.SampleFindings;
import dev.countersign.core.workspace.FindingKind;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Objects;

/// Where a finding stands before and after it is due.
class FindingRowTest {
    private static FindingEntry entry(FindingKind kind) {
        return SampleFindings.some().findings().stream()
                .filter(entry -> entry.finding().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDecisionThatIsNotVerifiedHoldsNoDeadline() {
        FindingEntry decided = entry(FindingKind.RUN_FAILED);
        Instant due = Objects.requireNonNull(decided.due());
        FindingRow before = FindingRow.of(decided, due.minusMillis(1));
        assertThat(before.standing()).isEqualTo(FindingRow.Standing.DISPOSED);
        assertThat(FindingsTable.word(before)).isEqualTo("Decided, not verified");
        FindingRow after = FindingRow.of(decided, due);
        assertThat(after.standing()).isEqualTo(FindingRow.Standing.OVERDUE);
        assertThat(FindingsTable.word(after)).isEqualTo("Overdue, decided but not verified");
    }

    @Test
    void whatNobodyDecidedIsOverdueOnly() {
        FindingEntry open = entry(FindingKind.RUN_BLOCKED);
        FindingRow after = FindingRow.of(open, Objects.requireNonNull(open.due()));
        assertThat(FindingsTable.word(after)).isEqualTo("Overdue");
    }
}
