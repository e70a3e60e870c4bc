// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;

import java.util.List;
import java.util.stream.Stream;

/// The records of the benchmark: several events, optional fields, nested objects out of order.
///
/// About 1,064 bytes a line of format A (985 of them hashed) and 1,091 of format B.
final class BenchTemplates {
    private static final String MAPPED =
            """
            "step": "map_controls", "status": "ok", "reason": "@phrase", "controls": [
              {"control": "ITGC-CM-01", "text": "@text", "citation": "@phrase", "grounded": "@bool"},
              {"control": "ITGC-CM-03", "text": "@text", "citation": "@phrase", "grounded": "@bool"}],
            "model": {"temperature": 0.0, "latency": "@float", "tokens": "@int"},
            "note": "@text", "more": "@text"
            """;

    private static final String TRADE =
            """
            "step": "@word", "trade": {
              "symbol": "@word", "account": "@hex16", "quantity": "@int", "price": "@money",
              "limits": {"upper": "@money", "lower": "@money"},
              "tags": ["@word", "@word"], "memo": "@escaped"},
            "score": "@float", "weights": ["@float", "@float", 0.5, 1], "approved": "@bool",
            "comment": "@long"
            """;

    private static final String WRITTEN =
            """
            "name": "@path", "sha256_12": "@hex16", "sha256": "@hex64", "bytes": "@big",
            "author": "@user", "source": {"path": "@path", "kind": "workpaper", "parent": null},
            "summary": "@long", "extra": {}, "list": []
            """;

    private static final String RESULT =
            "\"step\": \"@word\", \"status\": \"ok\", \"reason\": \"@long\", \"detail\": \"@long\"";

    private static final String APPROVED =
            """
            "key": "change_approval", "approver": "@user", "decision": "approved",
            "rationale": "@long", "role": "@word", "reviewed": ["@hex64", "@hex64"]
            """;

    private static final String ORDER =
            """
            {"order": {"price": "@money", "quantity": "@int", "currency": "EUR"}, "memo": "@text",
             "checks": [{"rule": "PAD-1", "passed": "@bool"}, {"rule": "PAD-3", "passed": "@bool"}],
             "risk": "@float", "channel": "@word", "more": "@text"}
            """;

    private static final String EXPORT =
            """
            {"rows": "@big", "path": "@path", "query": "@text", "comment": "@escaped",
             "filters": {"to": "@ts", "from": "@ts", "who": ["@user", "@user"]},
             "truncated": false}
            """;

    private static final String GRANT = "{\"reason\": \"@long\", \"role\": \"@word\"}";

    private static final String JOB =
            "{\"error\": \"@escaped\", \"log\": \"@long\", \"codes\": [1, \"@int\", \"@int\"]}";

    private BenchTemplates() {}

    /// The templates of a format, awkward ones spelled so.
    static List<BenchShape> of(ChainFormat format, boolean awkward) {
        Stream<String> templates = format.covered().isEmpty() ? run() : trail();
        return templates.map(template -> BenchShape.of(format, template, awkward)).toList();
    }

    private static Stream<String> run() {
        return Stream.of(
                run("step_result", MAPPED),
                run("step_result", RESULT),
                run("step_result", RESULT + ", \"retry\": \"@int\""),
                run("trade_checked", TRADE),
                run("trade_checked", TRADE + ", \"desk\": \"@user\", \"window\": null"),
                run("artifact_written", WRITTEN),
                run("artifact_written", WRITTEN + ", \"supersedes\": \"@hex64\""),
                run("approval_recorded", APPROVED));
    }

    private static Stream<String> trail() {
        return Stream.of(
                trail("\"user\", \"action\": \"trade.create\"", ORDER, "\"@uuid\""),
                trail("\"user\", \"action\": \"trade.amend\"", ORDER, "\"@hex16\""),
                trail("\"service\", \"action\": \"export\"", EXPORT, "null"),
                trail("\"admin\", \"action\": \"role.grant\"", GRANT, "\"@uuid\""),
                trail("\"system\", \"action\": \"job.run\"", JOB, "\"@uuid\""));
    }

    private static String run(String event, String fields) {
        String head = "{\"ts\": \"@ts\", \"event\": \"%s\", \"prev\": \"@prev\", ";
        return String.format(head, event) + fields + ", \"hash\": \"@hash\"}";
    }

    private static String trail(String actor, String details, String session) {
        return """
        {"event_id": "@uuid", "timestamp": "@ts", "actor_id": "@user", "actor_type": %s,
         "resource_type": "@word", "resource_id": "@hex16", "outcome": "success", "details": %s,
         "previous_hash": "@prev", "event_hash": "@hash", "ip_address": "@ip",
         "user_agent": "@phrase", "request_id": "@uuid", "session_id": %s}
        """
                .formatted(actor, details, session);
    }
}
