// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import java.nio.file.Path;

/// Where a disposition of a finding goes, in words.
public final class DisposalText {
    /// Of a finding about a run that is there.
    public static final String INTO_LOG =
            "Only a signed disposition closes a finding. It goes into the log of the run; where"
                + " that is broken or its files have changed, into the ledger, by this command:";

    /// Of a finding that no log can take.
    public static final String INTO_LEDGER =
            "Only a signed disposition closes a finding. There is no log of a run for this one: it"
                    + " goes into the ledger of the workspace, by this command:";

    /// Of a finding that is closed.
    public static final String CLOSED =
            "A signed disposition has closed it. Ledger and logs keep what was said.";

    private DisposalText() {}

    /// What somebody has to run where the ledger takes it.
    public static String command(String finding, Path workspace) {
        String root = workspace.toString();
        boolean plain = root.chars().noneMatch(c -> c <= ' ' || c == '\'');
        return "countersign dispose "
                + finding
                + " --workspace "
                + (plain ? root : "'" + root.replace("'", "'\\''") + "'")
                + " --disposition TEXT --identity YOU --keystore FILE";
    }

    /// That the log of the run does not take it.
    public static String refused(String finding) {
        return "The log of this run takes no disposition, because it or what it records is not"
                + " sound: dispose of "
                + finding
                + " in the ledger, by the command under Closing.";
    }
}
