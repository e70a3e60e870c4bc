// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The states of all records as runs, drawn from left to right while the diagnosis goes on, and the
/// faults found.
final class ChainPicture {
    private final List<Fault> faults = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private long drawn;
    private boolean anchored = true;

    ChainPicture(long firstRecord) {
        if (firstRecord > 0) {
            segments.add(new Segment(0, firstRecord, RecordState.UNREAD));
        }
        drawn = firstRecord;
    }

    List<Fault> faults() {
        if (faults.size() > 1) {
            faults.sort(Comparator.comparingLong(Fault::record));
        }
        return faults;
    }

    List<Segment> segments() {
        return segments;
    }

    /// How many faults were found so far.
    int size() {
        return faults.size();
    }

    /// A record that is not right, of which no more is known.
    void suspect(long record) {
        drawUntil(record);
        draw(record + 1, RecordState.SUSPECT);
        anchored = false;
    }

    void fault(Finding finding) {
        long record = finding.charged.record();
        faults.add(finding.toFault());
        drawUntil(record);
        draw(record + 1, finding.category.state());
        anchored &= finding.anchorsSuccessors();
    }

    /// A record that continues the branch with this tip.
    void continues(long record, long tip) {
        drawUntil(record);
        anchored = isAnchored(tip);
        drawUntil(record + 1);
    }

    void follows(long record) {
        drawUntil(record + 1);
    }

    void hangs(long record) {
        drawUntil(record);
        anchored = false;
        drawUntil(record + 1);
    }

    void end(long records) {
        drawUntil(records);
    }

    private void drawUntil(long record) {
        draw(record, anchored ? RecordState.INTACT : RecordState.UNANCHORED);
    }

    private void draw(long until, RecordState state) {
        if (until <= drawn) {
            return;
        }
        Segment last = segments.isEmpty() ? null : segments.getLast();
        if (last != null && last.state() == state) {
            segments.set(segments.size() - 1, new Segment(last.from(), until, state));
        } else {
            segments.add(new Segment(drawn, until, state));
        }
        drawn = until;
    }

    private boolean isAnchored(long record) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).to() <= record) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return switch (segments.get(low).state()) {
            case INTACT, FORK, RESTART, DUPLICATED, REORDERED, UNREAD -> true;
            case SUSPECT, UNANCHORED, INSERTED, MISSING, REWRITTEN, MODIFIED, TORN, MALFORMED ->
                    false;
        };
    }
}
