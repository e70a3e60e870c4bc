// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.Note;
import dev.countersign.core.chain.NoteKind;
import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import java.util.ArrayList;
import java.util.List;

/// The chain itself, its ends, and its times.
final class ChainChecks {
    /// More are in the report of the chain.
    private static final int MOST_EVIDENCE = 20;

    private final LogGround ground;

    private static final String TIME = "ts";

    ChainChecks(LogGround ground) {
        this.ground = ground;
    }

    Check chain() {
        ChainReport chain = ground.chain();
        if (chain == null) {
            return LogGround.unchecked(
                    Kind.CHAIN, ground.missing() == null ? Why.NO_LOG : ground.missing());
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Fault fault : chain.faults()) {
            if (evidence.size() < MOST_EVIDENCE) {
                evidence.add(
                        new Evidence(
                                fault.category().word(),
                                fault.record(),
                                fault.computed(),
                                fault.stored()));
            }
        }
        return switch (chain.verdict()) {
            case INTACT -> LogGround.holds(Kind.CHAIN);
            case EMPTY -> LogGround.unchecked(Kind.CHAIN, Why.NO_RECORDS);
            case BROKEN, MALFORMED ->
                    new Check(Kind.CHAIN, Outcome.FAILED, Why.DISAGREES, evidence);
        };
    }

    Check checkpoint() {
        ChainReport chain = ground.chain();
        CheckpointResult result = chain == null ? CheckpointResult.NONE : chain.checkpoint();
        return switch (result) {
            case NONE -> LogGround.unchecked(Kind.CHECKPOINT, Why.NO_CHECKPOINT);
            case MATCH, GROWN -> LogGround.holds(Kind.CHECKPOINT);
            case TAIL_MISSING, TAIL_APPENDED, HEAD_MISMATCH ->
                    new Check(
                            Kind.CHECKPOINT,
                            Outcome.FAILED,
                            Why.DISAGREES,
                            List.of(new Evidence(result.word(), -1, null, null)));
        };
    }

    /// Times do not run backwards, and every record has one that can be read.
    Check timeOrder(List<RunEvent> events) {
        ChainReport chain = ground.chain();
        List<Evidence> evidence = new ArrayList<>();
        if (chain != null) {
            for (Note note : chain.notes()) {
                if (note.kind() == NoteKind.TIME_BACKWARDS && evidence.size() < Check.MOST_TIMES) {
                    evidence.add(new Evidence(TIME, note.record(), null, null));
                }
            }
        }
        boolean named = chain != null && TIME.equals(chain.format().timeField());
        int timed = 0;
        int most = evidence.size() + Check.MOST_TIMES;
        for (RunEvent event : events) {
            timed += event.at() == null ? 0 : 1;
            if (event.at() == null && named && evidence.size() < most) {
                JsonValue found = event.value().get(TIME);
                String said = found == null ? null : PayloadWords.text(found);
                evidence.add(new Evidence(TIME, event.record(), Check.A_TIME, said));
            }
        }
        if (ground.silence() == null && evidence.isEmpty() && timed < 2) {
            return LogGround.unchecked(Kind.TIME_ORDER, Why.NOTHING_RECORDED);
        }
        return ground.check(Kind.TIME_ORDER, evidence);
    }

    /// Only clocks that ended are judged: whether one that runs is late is a matter of when one
    /// looks, and the clock itself says it.
    Check clocks(List<RunClock> clocks) {
        List<Evidence> late = new ArrayList<>();
        int ended = 0;
        for (RunClock clock : clocks) {
            Cycle.Ending ending = clock.cycle().ending();
            if (ending == null) {
                continue;
            }
            ended++;
            if (ending.at().isAfter(clock.due())) {
                late.add(
                        new Evidence(
                                clock.kind().word(),
                                ending.record(),
                                clock.due().toString(),
                                ending.at().toString()));
            }
        }
        if (ground.silence() == null && ended == 0) {
            return LogGround.unchecked(Kind.CLOCKS, Why.NO_CLOCK_ENDED);
        }
        return ground.check(Kind.CLOCKS, late);
    }
}
