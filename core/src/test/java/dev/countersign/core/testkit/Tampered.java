// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.FormatChoice;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.VerifyRequest;

/// A log after tampering, and what must be said of it. Immutable.
public final class Tampered {
    private final byte[] bytes;
    private final VerifyRequest request;
    private final Expected expected;

    private Tampered(byte[] bytes, VerifyRequest request, Expected expected) {
        this.bytes = bytes.clone();
        this.request = request;
        this.expected = expected;
    }

    static Tampered of(ChainFormat format, byte[] bytes, Expected expected) {
        FormatChoice choice = new FormatChoice.Fixed(format);
        VerifyRequest request =
                new VerifyRequest(choice, null, false, false, false, false, Limits.DEFAULT);
        return new Tampered(bytes, request, expected);
    }

    /// The same, compared with a checkpoint.
    Tampered against(Checkpoint checkpoint, boolean last) {
        VerifyRequest with =
                new VerifyRequest(
                        request.format(), checkpoint, last, false, false, false, request.limits());
        return new Tampered(bytes, with, expected);
    }

    /// The same, read as a segment.
    Tampered segment() {
        VerifyRequest with =
                new VerifyRequest(
                        request.format(), null, false, true, false, false, request.limits());
        return new Tampered(bytes, with, expected);
    }

    /// The same, read under limits.
    Tampered within(Limits limits) {
        VerifyRequest with =
                new VerifyRequest(request.format(), null, false, false, false, false, limits);
        return new Tampered(bytes, with, expected);
    }

    /// The file.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// What to ask of the verifier.
    public VerifyRequest request() {
        return request;
    }

    /// What it must answer.
    public Expected expected() {
        return expected;
    }
}
