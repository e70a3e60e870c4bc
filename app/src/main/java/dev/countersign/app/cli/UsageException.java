// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

/// What was asked cannot be done as asked; the message says what to change.
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
