// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;

/// A run of a workflow that nobody here knows.
final class ForeignRun {
    private ForeignRun() {}

    static RunSnapshot snapshot() {
        HandMadeRun run = new HandMadeRun("vendor-onboarding", "5b0c77aa91e2");
        SampleChecks.clean(run);
        run.event("run_started", "\"run_id\": \"vendor-onboarding-5b0c77aa91e2\"");
        run.event("step_started", "\"step\": \"screen\"");
        run.event("sanctions_list_read", "\"list\": \"2026-11\", \"entries\": 18204");
        run.event("step_result", "\"step\": \"screen\", \"status\": \"ok\", \"reason\": \"\"");
        return run.at(RunStatus.RUNNING, "screen", null)
                .artifact("screening.json", Artifact.State.MATCHES)
                .state(
                        """
                        {"payload": {"id": "VND-77", "author": "k.ito", "vendor": "Northwind"},
                        "claims": [
                        {"control": "KYC-01", "text": "the vendor is on no sanctions list",
                        "citation": "no match for Northwind in 18204 entries"},
                        {"rule": "KYC-02", "text": "its owners are known", "citation": ""},
                        "ownership chart received"],
                        "abstentions": [{"control": "KYC-03", "reason": "no annual report on file"}],
                        "risk_score": 0.27,
                        "screening": {"list": "2026-11", "hits": [], "owners": ["A. Lind", "B. Roy"]}}
                        """)
                .snapshot();
    }
}
