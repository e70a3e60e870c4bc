// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

/// How long fuzzing goes on: `-Dcountersign.fuzz=20` makes twenty times as many rounds as the
/// normal build.
public final class Scale {
    private Scale() {}

    /// Rounds to make where the normal build makes this many.
    public static int rounds(int normal) {
        return normal * Integer.getInteger("countersign.fuzz", 1);
    }
}
