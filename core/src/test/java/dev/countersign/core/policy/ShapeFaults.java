// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.policy.PolicyFaults.Table;
import dev.countersign.core.policy.PolicyProblem.Kind;

/** Faults of what is said in a line: version, retention, blocks, segregation, who assigned it. */
final class ShapeFaults {
    private ShapeFaults() {}

    static void add(Table t) {
        String text = "one line without control characters or hidden ones";
        t.at("{")
                .seen(
                        "version missing",
                        "  \"version\": \"default-1\",\n",
                        "",
                        "/version",
                        Kind.MISSING,
                        "",
                        "");
        t.seen(
                "version empty",
                "\"default-1\"",
                "\"\"",
                "/version",
                Kind.BAD_VALUE,
                "",
                "a text that is not empty");
        t.seen(
                "version a number",
                "\"default-1\"",
                "17",
                "/version",
                Kind.WRONG_TYPE,
                "17",
                "a text");
        t.seen(
                "version with a line end",
                "\"default-1\"",
                "\"a\\nb\"",
                "/version",
                Kind.BAD_VALUE,
                "a\ufffdb",
                text);
        t.seen(
                "version read backwards",
                "\"default-1\"",
                "\"a\\u202eb\"",
                "/version",
                Kind.BAD_VALUE,
                "a\ufffdb",
                text);
        t.unseen(
                "version of half a character",
                "\"default-1\"",
                "\"\\ud800\"",
                "/version",
                Kind.BAD_VALUE,
                "\ufffd",
                text);
        t.unseen(
                "version of a space",
                "\"default-1\"",
                "\"\\u00a0\"",
                "/version",
                Kind.BAD_VALUE,
                "\u00a0",
                "a text that is not empty");
        t.seen(
                "version too long",
                "\"default-1\"",
                "\"" + "x".repeat(201) + "\"",
                "/version",
                Kind.TOO_LARGE,
                "x".repeat(60) + "\u2026",
                "at most 200 characters");
        t.seen(
                "typing error",
                "\"retention\": {",
                "\"retentoin\": {\"years\": 7},\n  \"retention\": {",
                "/retentoin",
                Kind.UNKNOWN_KEY,
                "retentoin",
                "bundles, resume, retention");
        t.unseen(
                "repeated key",
                "\"retention\": {",
                "\"retention\": {\"years\": 7}, \"retention\": {",
                "/retention",
                Kind.REPEATED_KEY,
                "retention",
                "");
        t.seen(
                "retention a list",
                "{\n    \"years\": 7\n  }",
                "[7]",
                "/retention",
                Kind.WRONG_TYPE,
                "[...]",
                "an object");
        t.seen(
                "retention too short",
                "\"years\": 7",
                "\"years\": 0",
                "/retention/years",
                Kind.OUT_OF_RANGE,
                "0",
                "a whole number from 1 to 100");
        t.seen(
                "retention huge",
                "\"years\": 7",
                "\"years\": 70000000000000000000",
                "/retention/years",
                Kind.OUT_OF_RANGE,
                "70000000000000000000",
                "a whole number from 1 to 100");
        t.seen(
                "retention a fraction",
                "\"years\": 7",
                "\"years\": 7.5",
                "/retention/years",
                Kind.WRONG_TYPE,
                "7.5",
                "a whole number from 1 to 100");
        t.seen(
                "blocks as text",
                "\"count\": 3",
                "\"count\": \"3\"",
                "/repeated_blocks/count",
                Kind.WRONG_TYPE,
                "3",
                "a whole number from 1 to 1000");
        t.seen(
                "segregation as text",
                "\"approver_is_not_reviewer\": true",
                "\"approver_is_not_reviewer\": \"yes\"",
                "/segregation/approver_is_not_reviewer",
                Kind.WRONG_TYPE,
                "yes",
                "true or false");
        t.seen(
                "tier path without slash",
                "\"/change_type\"",
                "\"change_type\"",
                "/tier/path",
                Kind.BAD_VALUE,
                "change_type",
                "a JSON pointer such as /change_type");
        t.seen(
                "assigned without a date",
                "\"assigned\": null",
                "\"assigned\": {\"by\": \"jo\"}",
                "/assigned/on",
                Kind.MISSING,
                "",
                "");
        t.unseen(
                "assigned on no date",
                "\"assigned\": null",
                "\"assigned\": {\"by\": \"jo\", \"on\": \"2026-02-30\"}",
                "/assigned/on",
                Kind.BAD_VALUE,
                "2026-02-30",
                "a date as YYYY-MM-DD");
    }
}
