// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.signing.Act;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// Responses in words: what was signed elsewhere, on its way into the log of its run.
public final class ResponseText {
    /// That nothing was imported.
    public static final String REFUSED = "This response is not imported";

    /// That the log is not where it was signed.
    public static final String UNCHECKED =
            "Signature not checked: it was made for another place in the log";

    private ResponseText() {}

    /// What it is, and of whom.
    public static String what(@Nullable Act act, String person) {
        if (act == null) {
            return "No act that can be imported";
        }
        String noun = SignText.noun(act);
        return noun.substring(0, 1).toUpperCase(Locale.ROOT)
                + noun.substring(1)
                + " by "
                + (person.isEmpty() ? "nobody named" : Quotes.line(person));
    }

    /// That it is not imported, and in whose name it was to be.
    public static String notImported(@Nullable Act act, String person) {
        return act == null || person.isEmpty()
                ? REFUSED
                : "Not imported: " + SignText.noun(act) + " in the name of " + Quotes.line(person);
    }

    /// That who signed it is not who it names; empty if that is not so.
    ///
    /// @param signer of the signature, as the certificate says; null if nothing says
    public static String otherSigner(@Nullable String signer, String person) {
        return signer == null
                        || person.isEmpty()
                        || signer.toLowerCase(Locale.ROOT).contains(person.toLowerCase(Locale.ROOT))
                ? ""
                : "It is signed by "
                        + Quotes.line(signer)
                        + " and names "
                        + Quotes.line(person)
                        + ".";
    }

    /// What to ask for where a response is not what was signed.
    ///
    /// @param signer of the signature, as the certificate says; null if nothing says
    public static String askFor(@Nullable String signer) {
        return "Nothing was written to the log. Ask "
                + (signer == null ? "whoever signed it" : Quotes.line(signer))
                + " for the file as it was made, or for a new signature after this record, and"
                + " import that unchanged.";
    }

    /// What importing does.
    public static String meaning(@Nullable Act act) {
        return act == null
                ? ""
                : "Import makes this "
                        + SignText.noun(act)
                        + " the next record of the log, for good.";
    }

    /// That its run is not known here.
    public static String noRun(String runId) {
        return "It is for the run "
                + Quotes.line(runId)
                + ", which is neither open here nor in the folder that is open: open that run, then"
                + " drop the response again.";
    }

    /// That several directories have its run's id.
    public static String manyRuns(String runId, int count) {
        return "It is for the run "
                + Quotes.line(runId)
                + ", and "
                + count
                + " directories here have that id: open the one that is meant, then drop the"
                + " response again.";
    }

    /// That it is in the log.
    public static String imported(@Nullable Act act, String person, String runId) {
        return "Imported: " + what(act, person) + ", into the log of " + Quotes.line(runId) + ".";
    }

    /// That it is in the log, and the checkpoint does not say so yet.
    public static String unfinished(String trouble) {
        return "state.json does not say so yet: " + trouble + " Finish writes it there.";
    }
}
