// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// A fault after which nothing more can be looked at; caught by whoever reads the message.
final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient SignatureFault fault;

    FaultException(SignatureFault.Kind kind, String detail) {
        super(kind + " " + detail);
        this.fault = new SignatureFault(kind, detail);
    }

    SignatureFault fault() {
        return fault;
    }
}
