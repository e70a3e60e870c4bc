// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.sample.SampleQueue;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyReader;
import dev.countersign.core.policy.PolicyReading;
import dev.countersign.core.queue.QueueItem;
import dev.countersign.core.queue.ReviewQueue;
import dev.countersign.core.queue.Severity;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class MineTest {
    private static final Policy LISTED =
            policy(
                    """
                    [{"id": "Dana", "name": "Dana", "roles": ["approver"]},
                     {"id": "pat", "name": "Pat", "roles": ["audit"]},
                     {"id": "bo@example.com", "name": "Bo", "roles": ["archivist"]}]\
                    """);

    private final List<QueueItem> items =
            ReviewQueue.of(SampleQueue.runs(60), List.of(), DefaultPolicy.get(), SampleQueue.NOW);

    private static Policy policy(String identities) {
        String text =
                new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8)
                        .replace("\"identities\": null", "\"identities\": " + identities);
        return ((PolicyReading.Valid) PolicyReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .policy();
    }

    @Test
    void aListedIdentityHasWhatWaitsForItsRoles() {
        Mine dana = new Mine("dana", LISTED);
        assertThat(dana.missing()).isEmpty();
        List<QueueItem> hers = items.stream().filter(dana::holds).toList();
        assertThat(hers)
                .isNotEmpty()
                .allMatch(item -> item.waitingFor().equals("approver"))
                .noneMatch(item -> "dana".equals(item.run().author()));
        assertThat(items)
                .filteredOn(item -> item.waitingFor().equals("approver") && !hers.contains(item))
                .filteredOn(item -> !Severity.atOnce(item))
                .isNotEmpty()
                .allMatch(item -> "dana".equals(item.run().author()));
    }

    @Test
    void aBrokenChainIsForAuditAndNotForTheApprover() {
        List<QueueItem> atOnce = items.stream().filter(Severity::atOnce).toList();
        assertThat(atOnce).isNotEmpty().noneMatch(new Mine("dana", LISTED)::holds);
        Mine pat = new Mine("pat", LISTED);
        assertThat(items.stream().filter(pat::holds)).containsExactlyElementsOf(atOnce);
    }

    @Test
    void whoseRoleIsWaitedForByNobodyHasNothing() {
        Mine bo = new Mine("bo@example.com", LISTED);
        assertThat(bo.missing()).isEmpty();
        assertThat(items).noneMatch(bo::holds);
    }

    @Test
    void whoIsNotListedIsToldSo() {
        Mine eve = new Mine("eve", LISTED);
        assertThat(eve.missing())
                .isEqualTo("eve signed here last, and is not among the policy's identities");
        assertThat(items).noneMatch(eve::holds);
    }
}
