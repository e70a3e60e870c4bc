// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.util.List;

/// Whether a certificate is one that the anchors stand behind.
public sealed interface TrustVerdict {
    /// It is.
    ///
    /// @param path from the certificate to the anchor
    /// @param notes what was not checked
    record Trusted(List<Certificate> path, List<TrustNote> notes) implements TrustVerdict {
        public Trusted {
            path = List.copyOf(path);
            notes = List.copyOf(notes);
        }
    }

    /// It is not.
    ///
    /// @param faults at least one
    /// @param notes what was not checked
    record NotTrusted(List<TrustFault> faults, List<TrustNote> notes) implements TrustVerdict {
        public NotTrusted {
            faults = List.copyOf(faults);
            notes = List.copyOf(notes);
        }
    }

    /// There are no anchors to ask.
    ///
    /// @param notes why, if a file cannot be used
    record NotChecked(List<TrustNote> notes) implements TrustVerdict {
        public NotChecked {
            notes = List.copyOf(notes);
        }
    }
}
