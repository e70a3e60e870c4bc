// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.recovery.RecoveryResult.Recovered;
import dev.countersign.core.testkit.Expected.Diagnosis;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.SlowChain;
import dev.countersign.core.testkit.Tamper;
import dev.countersign.core.testkit.TamperKit;
import dev.countersign.core.testkit.Tampered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/// The kinds of the tamper kit: whoever kept the old hash, or left it to the next record, is found
/// out; of the rest it is said that nothing speaks. A hit is never anything but the original.
class TamperedRecoveryTest {
    private static final Set<FaultCategory> EDITS =
            Set.of(
                    FaultCategory.CONTENT_MODIFIED,
                    FaultCategory.PREV_FIELD_MODIFIED,
                    FaultCategory.HASH_FIELD_MODIFIED,
                    FaultCategory.HASH_MISSING);

    /// Enough for what is plausible, and over soon.
    private static final long MOST = 1_500_000;

    @TempDir Path folder;

    @Test
    void editsOfOneRecordAreFound() throws Exception {
        Set<String> lost = new TreeSet<>();
        int found = 0;
        for (ChainFormat format : List.of(ChainFormat.A, ChainFormat.B)) {
            for (Tamper kind : TamperKit.all()) {
                if (!kind.formats().contains(format)
                        || !kind.positions().contains(Tamper.Position.MIDDLE)) {
                    continue;
                }
                GeneratedLog log = LogGenerator.generate(format, TamperKit.RECORDS, 5);
                Tampered tampered = kind.apply(log, Tamper.Position.MIDDLE, 5);
                List<Diagnosis> faults = tampered.expected().faults();
                if (faults.size() == 1 && EDITS.contains(faults.getFirst().category())) {
                    boolean hit = found(tampered, log);
                    found += hit ? 1 : 0;
                    if (!hit) {
                        lost.add(kind.name());
                    }
                }
            }
        }
        // originals that were made up by chance and occur nowhere else
        assertThat(lost)
                .containsExactly("nested float edited", "nested text replaced", "time moved");
        assertThat(found).isGreaterThan(50);
    }

    private boolean found(Tampered tampered, GeneratedLog log) throws Exception {
        AtomicLong heard = new AtomicLong();
        RecoveryResult result =
                new EditedLog.Asked(folder, Runnable::run)
                        .progress((kind, tried) -> heard.accumulateAndGet(tried, Math::max))
                        .cancellation(() -> heard.get() > MOST)
                        .search(tampered.bytes(), log.format());
        if (!(result instanceof Recovered hit)) {
            return false;
        }
        assertThat(hit.text())
                .isEqualTo(SlowChain.covered(log.format(), log.record((int) hit.record())));
        return true;
    }
}
