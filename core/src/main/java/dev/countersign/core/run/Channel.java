// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import java.util.Locale;

/// What can be said of a run independently of the rest (PRODUCT, "Verdicts never blur").
public enum Channel {
    /// The chain.
    INTEGRITY,
    /// Nothing missing at either end.
    COMPLETENESS,
    /// What lies beside the log agrees with it.
    ARTIFACTS,
    /// The signatures.
    SIGNATURE,
    /// The signers' certificates.
    TRUST,
    /// Segregation of duties and roles.
    POLICY,
    /// The gate and the rules, performed again.
    REPERFORMANCE,
    /// Times and deadlines.
    TIMELINESS;

    /// As it is written in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
