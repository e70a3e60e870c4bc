// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// Bytes that are not what they should be; caught by whoever reads them, and made a problem.
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String clause;

    MalformedException(String clause) {
        super(clause);
        this.clause = clause;
    }

    MalformedException(String clause, Throwable cause) {
        super(clause, cause);
        this.clause = clause;
    }

    /// What is wrong, without a full stop.
    String clause() {
        return clause;
    }
}
