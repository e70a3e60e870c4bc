// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.util.List;
import java.util.stream.Stream;

/// Everything that can be done to a log, each with what must then be said of it (FORMATS 6).
public final class TamperKit {
    /// Records that a log must have for every kind to make sense.
    public static final int RECORDS = 12;

    private TamperKit() {}

    /// All kinds.
    public static List<Tamper> all() {
        return Stream.of(
                        ContentTampers.all(),
                        HashTampers.all(),
                        LinkTampers.all(),
                        OrderTampers.all(),
                        StrangerTampers.all(),
                        RewriteTampers.all(),
                        TailTampers.all(),
                        LineTampers.all(),
                        HarmlessTampers.all(),
                        CombinedTampers.all(),
                        EdgeTampers.all())
                .flatMap(List::stream)
                .toList();
    }
}
