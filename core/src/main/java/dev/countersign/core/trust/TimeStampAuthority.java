// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// Answers time-stamp requests. What it answers is not trusted: {@link TimeStampAnswer} checks it.
public interface TimeStampAuthority {
    /// Asks. Blocking; may be interrupted.
    ///
    /// @throws AuthorityException if there is no answer
    Octets ask(TimeStampRequest request) throws AuthorityException;
}
