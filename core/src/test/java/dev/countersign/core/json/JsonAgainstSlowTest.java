// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.testkit.AwkwardLines;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.LogLine;
import dev.countersign.core.testkit.Mutator;
import dev.countersign.core.testkit.Scale;
import dev.countersign.core.testkit.SlowJson;
import dev.countersign.core.testkit.SlowValue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/// Reader and writers against the slow ones: on odd values, awkward spellings and mutated texts
/// they agree on what is JSON and on every form of it.
class JsonAgainstSlowTest {
    private final CanonicalForms forms = new CanonicalForms();

    @Test
    void agreeOnOddValuesHoweverSpelled() {
        for (int seed = 0; seed < Scale.rounds(15); seed++) {
            GeneratedLog log = LogGenerator.generate(ChainFormat.A, 40, seed);
            for (LogLine line : log.lines()) {
                agree(line.text());
                agree(AwkwardLines.respelled(line, seed * 31L).text());
            }
        }
    }

    @Test
    void agreeOnMutatedTexts() {
        GeneratedLog log = LogGenerator.generate(ChainFormat.A, 50, 99);
        for (int seed = 0; seed < Scale.rounds(15_000); seed++) {
            LogLine line = log.lines().get(seed % log.size());
            LogLine base = seed % 2 == 0 ? line : AwkwardLines.respelled(line, seed);
            agree(Mutator.mutate(base.text(), seed));
        }
    }

    private void agree(byte[] text) {
        SlowValue expected = slow(text);
        JsonProblem problem = forms.read(text);
        String shown = new String(text, StandardCharsets.UTF_8);
        assertThat(problem == null)
                .as("is JSON: %s (%s)", shown, problem)
                .isEqualTo(expected != null);
        if (expected != null) {
            assertThat(forms.a()).as(shown).isEqualTo(SlowJson.a(expected));
            assertThat(forms.b()).as(shown).isEqualTo(SlowJson.b(expected));
            assertThat(forms.j()).as(shown).isEqualTo(slowJcs(expected));
            assertThat(forms.indented()).as(shown).isEqualTo(SlowJson.indent2(expected));
            assertThat(forms.plain()).as(shown).isEqualTo(SlowJson.line(expected));
        } else if (problem != null) {
            assertThat(problem.at()).as(shown).isBetween(0, text.length);
        }
    }

    private static @Nullable SlowValue slow(byte[] text) {
        try {
            return SlowJson.parse(text);
        } catch (SlowJson.NotJson e) {
            return null;
        }
    }

    private static @Nullable String slowJcs(SlowValue value) {
        try {
            return SlowJson.j(value);
        } catch (SlowJson.NotJcs e) {
            return null;
        }
    }
}
