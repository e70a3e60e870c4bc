// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

/// Ends the reading of an archive; caught where it was opened or read.
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    /// @param refusal why
    public RefusedException(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
    }

    RefusedException(Refusal.Kind kind, String name) {
        this(Refusal.of(kind, name));
    }

    RefusedException(Refusal.Kind kind) {
        this(Refusal.of(kind));
    }

    /// Why.
    public Refusal refusal() {
        return refusal;
    }
}
