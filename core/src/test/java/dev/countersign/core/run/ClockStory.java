// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.source.SourceException;

import java.util.ArrayList;
import java.util.List;

/// What became of a run, in words for tests.
final class ClockStory {
    private ClockStory() {}

    /// Status, then each clock as `kind first..last how`.
    static List<String> of(RunCopy copy) throws SourceException {
        RunSnapshot run = copy.read();
        List<String> story = new ArrayList<>();
        story.add(run.status().word());
        for (RunClock clock : run.clocks()) {
            Cycle.Ending ending = clock.cycle().ending();
            story.add(
                    clock.kind().word()
                            + " "
                            + clock.cycle().record()
                            + ".."
                            + (ending == null ? "" : ending.record() + " " + ending.how()));
        }
        return story;
    }
}
