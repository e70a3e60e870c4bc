// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import java.util.Locale;

/// The acts at the desk that go into the ledger. A ledger may hold others: an action is a text.
public enum DeskAction {
    /// A workspace, run or log was opened.
    OPENED,
    /// A chain was verified.
    VERIFIED,
    /// A workflow was executed.
    RAN,
    /// A command was started that lets a producer go on.
    RESUME_STARTED,
    /// Such a command ended.
    RESUMED,
    /// What runs concluded was performed again.
    REPERFORMED,
    /// The population of a period was fixed before anybody could know a seed.
    POPULATION_COMMITTED,
    /// A sample was drawn.
    SAMPLE_DRAWN,
    /// Somebody is to look at a run of a sample.
    SAMPLE_ASSIGNED,
    /// The whole sample of a period was observed, and somebody stands for it.
    SAMPLE_SIGNED_OFF,
    /// An exception was found.
    FINDING_RAISED,
    /// A finding was disposed of here, because no log of a run could take it.
    FINDING_DISPOSED,
    /// Another policy holds from now on.
    POLICY_CHANGED,
    /// Other trust anchors are there from now on.
    TRUST_CHANGED,
    /// Something left the desk, as a file or on paper.
    EXPORTED,
    /// A run was taken to others.
    ESCALATED,
    /// A run was put on hold: it is kept, and its workflow is asked to stop.
    HELD,
    /// Something that somebody else saw came to the desk as a file.
    IMPORTED,
    /// A statement was signed.
    SIGNED,
    /// A signature was refused by its signer.
    REFUSED,
    /// An act was not allowed.
    DENIED;

    /// As it stands in the record, lower case with underscores.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
