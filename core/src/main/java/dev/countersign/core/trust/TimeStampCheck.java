// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.time.Instant;
import java.util.List;

/// What checking a time-stamp token gave. It says nothing about whether the authority is trusted.
public sealed interface TimeStampCheck {
    /// The owner of the authority's key says that the signature was there at a time.
    ///
    /// @param time as the authority gives it
    /// @param chain the authority's certificate, and those of the issuers that lie with it
    record Stamped(Instant time, List<Certificate> chain) implements TimeStampCheck {
        public Stamped {
            chain = List.copyOf(chain);
        }

        /// Whose time it is.
        public Certificate authority() {
            return chain.getFirst();
        }
    }

    /// It is not right.
    ///
    /// @param faults at least one
    record Failed(List<TimeStampFault> faults) implements TimeStampCheck {
        public Failed {
            faults = List.copyOf(faults);
        }
    }
}
