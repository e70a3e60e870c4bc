// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.run.RunSummary;

import java.nio.file.Path;

/// A summary as it lies in the index: most are shown, but not at once.
final class PackedSummary {
    private final byte[] bytes;

    PackedSummary(byte[] bytes) {
        this.bytes = bytes;
    }

    static PackedSummary of(RunSummary run) {
        return new PackedSummary(SummaryCodec.encode(run));
    }

    byte[] bytes() {
        return bytes;
    }

    RunSummary unpack(Path directory) {
        return SummaryCodec.decode(directory, bytes);
    }
}
