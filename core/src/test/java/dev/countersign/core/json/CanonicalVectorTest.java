// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.Vector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The writers against what CPython 3.11 wrote (FORMATS 3).
class CanonicalVectorTest {
    static List<Vector> vectors() {
        return Vector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isByteExact(Vector vector) {
        agrees(new CanonicalForms(), vector);
    }

    @Test
    void reuseLeavesNothingBehind() {
        CanonicalForms forms = new CanonicalForms();
        for (int round = 0; round < 3; round++) {
            Vector.all().forEach(vector -> agrees(forms, vector));
            Vector.all().reversed().forEach(vector -> agrees(forms, vector));
        }
    }

    private static void agrees(CanonicalForms forms, Vector vector) {
        assertThat(forms.read(vector.text().getBytes(StandardCharsets.UTF_8))).isNull();
        assertThat(forms.a()).isEqualTo(vector.a());
        assertThat(forms.b()).isEqualTo(vector.b());
        assertThat(forms.j()).isEqualTo(vector.j());
        assertThat(forms.indented()).isEqualTo(vector.indent2());
    }
}
