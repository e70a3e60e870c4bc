// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/// Stricter looks at a change's evidence than the producer takes (FORMATS 5): an approval and a
/// test are to be dated before the deployment. They read the dates in the evidence's own words, so
/// they are additional: nothing disagrees with the producer because of them.
final class AdditionalChecks {
    private static final String WORKFLOW = "change-approval";
    private static final String DEPLOYED = "deployed_at";
    private static final String DATE = "dddd-dd-dd";

    private AdditionalChecks() {}

    /// @param payload null where it is not known
    /// @param unread why the checkpoint says nothing; null if it was read
    /// @return none for another workflow
    static List<Check> of(String workflow, @Nullable JsonObject payload, @Nullable Why unread) {
        if (!workflow.equals(WORKFLOW)) {
            return List.of();
        }
        JsonObject evidence =
                payload != null && payload.get("evidence") instanceof JsonObject object
                        ? object
                        : null;
        Why silence = unread == null ? Why.NOTHING_RECORDED : unread;
        return List.of(
                check(Kind.APPROVED_BEFORE_DEPLOYMENT, "approval", evidence, silence),
                check(Kind.TESTED_BEFORE_DEPLOYMENT, "test_signoff", evidence, silence));
    }

    private static Check check(Kind kind, String name, @Nullable JsonObject evidence, Why silence) {
        LocalDate deployed = evidence == null ? null : latest(evidence, DEPLOYED);
        LocalDate dated = evidence == null ? null : latest(evidence, name);
        if (deployed == null || dated == null) {
            return LogGround.unchecked(kind, silence);
        }
        // dates do not tell which came first within a day
        return dated.isAfter(deployed)
                ? new Check(
                        kind,
                        Outcome.FAILED,
                        Why.DISAGREES,
                        List.of(
                                new Evidence(
                                        "evidence/" + name,
                                        -1,
                                        "not after " + deployed,
                                        dated.toString())))
                : LogGround.holds(kind);
    }

    /// The latest date in a text; null if there is none.
    private static @Nullable LocalDate latest(JsonObject evidence, String name) {
        String text = evidence.string(name);
        LocalDate latest = null;
        int last = text == null ? -1 : text.length() - DATE.length();
        for (int at = 0; at <= last; at++) {
            if (text != null && isDate(text, at)) {
                LocalDate date = date(text, at);
                latest = latest == null || date != null && date.isAfter(latest) ? date : latest;
            }
        }
        return latest;
    }

    /// Whether a date stands there, and no longer number. By hand: a pattern and a formatter cost
    /// more than all other checks of a run.
    private static boolean isDate(String text, int at) {
        if (digit(text, at - 1) || digit(text, at + DATE.length())) {
            return false;
        }
        for (int i = 0; i < DATE.length(); i++) {
            boolean right =
                    DATE.charAt(i) == 'd' ? digit(text, at + i) : text.charAt(at + i) == '-';
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static boolean digit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static @Nullable LocalDate date(String text, int at) {
        try {
            return LocalDate.of(
                    Integer.parseInt(text, at, at + 4, 10),
                    Integer.parseInt(text, at + 5, at + 7, 10),
                    Integer.parseInt(text, at + 8, at + 10, 10));
        } catch (DateTimeException e) {
            return null; // such as 2026-13-45
        }
    }
}
