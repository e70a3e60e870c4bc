// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElidedIdTest {
    @ParameterizedTest
    @CsvSource({
        "change-approval-24697f3d8a1f, 24697f3d8a1f",
        "personal-trade-compliance-345bb54c9cd8, 345bb54c9cd8",
        "a-name-with-averylonglastpartofit, partofit",
        "nohyphenatallinthisname, thisname",
        "short, short",
        "'', ''"
    })
    void whatIdsDifferInIsAlwaysInSight(String id, String end) {
        assertThat(id.substring(ElidedId.end(id))).isEqualTo(end);
    }
}
