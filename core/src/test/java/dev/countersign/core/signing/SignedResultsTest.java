// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The results of performing a run again, signed into its log.
class SignedResultsTest {
    private static final Act.Reperform RESULTS =
            new Act.Reperform("ab".repeat(32), "countersign 1", "cd".repeat(32), "all agree");

    @TempDir Path folder;

    @Test
    void areARecordThatVerifies() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        RunSnapshot before = run.read();
        run.act(RESULTS, SignedRun.APPROVER);
        RunSnapshot after = run.read();
        RunEvent record = after.events().getLast();
        assertThat(record.value().members())
                .extracting(member -> member.key())
                .containsExactly(
                        "ts",
                        "event",
                        "prev",
                        "performer",
                        "results_sha256",
                        "tool_version",
                        "policy_sha256",
                        "role",
                        "rationale",
                        "reviewed_head",
                        "signature",
                        "hash");
        assertThat(record.event()).isEqualTo("reperformance_recorded");
        assertThat(record.text("results_sha256")).isEqualTo(RESULTS.resultsSha256());
        ActVerdict verdict = after.act(record.record());
        assertThat(verdict.kind()).isEqualTo(ActKind.REPERFORMANCE);
        assertThat(verdict.person()).isEqualTo(SignedRun.APPROVER);
        assertThat(verdict.signed()).isInstanceOf(Judgement.Held.class);
        assertThat(after.status()).as("it decides nothing").isEqualTo(before.status());
        assertThat(after.clocks()).isEqualTo(before.clocks());
    }

    @Test
    void mayBeSignedElsewhereAndImported() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        Response response = Response.of(run.sign(RESULTS, SignedRun.APPROVER, "P-256"));
        ResponseImport imported = new ResponseImport(response, run.read(), DefaultPolicy.get());
        assertThat(imported.act()).isEqualTo(RESULTS);
    }
}
