// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.util.List;

/// What putting a time-stamp into a signature gave.
public sealed interface Stamping {
    /// It is in.
    ///
    /// @param cms the signature with its time-stamp
    /// @param stamp what the time-stamp says
    record Done(Octets cms, TimeStampCheck.Stamped stamp) implements Stamping {}

    /// The answer is not right; the signature stays as it was.
    ///
    /// @param faults at least one
    record Refused(List<TimeStampFault> faults) implements Stamping {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
