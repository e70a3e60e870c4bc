// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.SlowVerifier;
import dev.countersign.core.testkit.SlowVerifier.Seen;
import dev.countersign.core.testkit.SlowVerifier.State;

import java.util.List;
import java.util.Set;

/// What holds of every report, whatever the log: it agrees with the slow verifier wherever that one
/// has an opinion.
final class ReportRules {
    private static final Set<FaultCategory> CONTENT =
            Set.of(
                    FaultCategory.CONTENT_MODIFIED,
                    FaultCategory.HASH_FIELD_MODIFIED,
                    FaultCategory.HASH_MISSING);

    private ReportRules() {}

    /// Coordinates, hashes, counts and segments are those of the file.
    static void assertHold(ChainReport report, byte[] log) {
        assertHold(report, log, SlowVerifier.verify(report.format(), log));
    }

    /// @param slow what the slow verifier says of the log
    static void assertHold(ChainReport report, byte[] log, SlowVerifier.Result slow) {
        assertThat(report.bytes()).isEqualTo(log.length);
        for (Fault fault : report.faults()) {
            assertFault(fault, slow.records().get((int) fault.record()));
        }
        assertThat(report.faults())
                .isSortedAccordingTo((a, b) -> Long.compare(a.record(), b.record()));
        assertThat(report.faultCount()).isGreaterThanOrEqualTo(report.faults().size());
        assertSegments(report, slow.records().size());
        Fault first = report.first();
        Verdict of = slow.records().isEmpty() ? Verdict.EMPTY : Verdict.INTACT;
        assertThat(report.verdict()).isEqualTo(first == null ? of : first.category().verdict());
    }

    /// Nothing is called right that is not, and the other way round; the first fault is the first
    /// wrong record.
    static void assertAgree(ChainReport report, byte[] log) {
        assertAgree(report, SlowVerifier.verify(report.format(), log));
    }

    /// @param slow what the slow verifier says of the log
    static void assertAgree(ChainReport report, SlowVerifier.Result slow) {
        assertThat(report.verdict() == Verdict.INTACT).isEqualTo(slow.intact());
        Fault first = report.first();
        assertThat(first == null ? -1 : first.record()).isEqualTo(slow.firstWrong());
        List<Long> charged = report.faults().stream().map(Fault::record).toList();
        for (int i = 0; i < slow.records().size(); i++) {
            State state = slow.records().get(i).state();
            if (state == State.MALFORMED || state == State.WRONG_HASH) {
                assertThat(charged).contains((long) i);
            }
        }
        assertThat(report.head()).isEqualTo(slow.head());
    }

    private static void assertFault(Fault fault, Seen seen) {
        assertThat(fault.line()).isEqualTo(seen.line());
        assertThat(fault.offset()).isEqualTo(seen.offset());
        assertThat(fault.length()).isEqualTo(seen.length());
        boolean limited = fault.category() == FaultCategory.LIMIT_EXCEEDED;
        boolean malformed = fault.category().verdict() == Verdict.MALFORMED;
        assertThat(malformed).isEqualTo(seen.state() == State.MALFORMED || limited);
        boolean inserted = fault.category() == FaultCategory.RECORD_INSERTED;
        if (CONTENT.contains(fault.category()) || inserted && seen.state() == State.WRONG_HASH) {
            assertThat(fault.stored()).isEqualTo(seen.stored());
            assertThat(fault.computed()).isEqualTo(seen.computed());
        } else if (!malformed) {
            assertThat(fault.stored()).isEqualTo(seen.link());
        }
    }

    private static void assertSegments(ChainReport report, int records) {
        long at = 0;
        for (Segment segment : report.segments()) {
            assertThat(segment.from()).isEqualTo(at);
            at = segment.to();
        }
        assertThat(at).isEqualTo(records);
        for (Fault fault : report.faults()) {
            assertThat(state(report, fault.record()))
                    .isNotIn(RecordState.INTACT, RecordState.UNANCHORED);
        }
    }

    private static RecordState state(ChainReport report, long record) {
        return report.segments().stream()
                .filter(s -> s.from() <= record && record < s.to())
                .map(Segment::state)
                .findFirst()
                .orElse(RecordState.UNREAD);
    }

    /// Two reports of the same bytes are equal in every part.
    static void assertSame(ChainReport found, ChainReport wanted) {
        assertThat(found.faults()).isEqualTo(wanted.faults());
        assertThat(found.notes()).isEqualTo(wanted.notes());
        assertThat(found.noteCounts()).isEqualTo(wanted.noteCounts());
        assertThat(found.segments()).isEqualTo(wanted.segments());
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFields("faults", "notes", "noteCounts", "segments", "format")
                .isEqualTo(wanted);
    }
}
