// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// A time-stamp authority cannot be asked, or does not answer. The message is one sentence that
/// names its address and says what to do.
public final class AuthorityException extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param message one sentence for the person at the desk
    public AuthorityException(String message) {
        super(message);
    }

    /// @param message one sentence for the person at the desk
    /// @param cause what the platform said
    public AuthorityException(String message, Throwable cause) {
        super(message, cause);
    }
}
