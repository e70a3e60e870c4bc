// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A generated log, and what comes of holding another against it. */
abstract class TwoLogs {
    static final ChainFormat A = ChainFormat.A;

    @TempDir Path folder;
    Comparing comparing = new Comparing(Path.of(""));
    final GeneratedLog log = LogGenerator.generate(A, 20, 5);

    @BeforeEach
    void files() {
        comparing = new Comparing(folder);
    }

    Comparison compare(GeneratedLog here, GeneratedLog there) {
        return comparing.compare(here, there);
    }
}
