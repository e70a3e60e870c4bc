// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who is one person. */
class IdentityTest {
    @Test
    void caseAndWhiteSpaceAroundTellNobodyApart() {
        assertThat(Identity.same("Ann@Example.com", " ann@example.COM\n")).isTrue();
        assertThat(Identity.same("ann", "anne")).isFalse();
        assertThat(Identity.same("ann", null)).isFalse();
        assertThat(Identity.same(null, null)).isFalse();
    }

    @Test
    void everyLetterIsFoldedAsJavaComparesIt() {
        for (int letter = 1; letter <= Character.MAX_CODE_POINT; letter++) {
            if (!Character.isLetter(letter)) {
                continue;
            }
            String one = Character.toString(letter);
            for (int other :
                    new int[] {
                        Character.toUpperCase(letter),
                        Character.toLowerCase(letter),
                        Character.toTitleCase(letter)
                    }) {
                String two = Character.toString(other);
                assertThat(Identity.same(one, two))
                        .as(one + " " + two)
                        .isEqualTo(one.equalsIgnoreCase(two));
            }
        }
    }
}
