// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.CheckMark;
import dev.countersign.app.control.Mark;
import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.CompletenessText;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.run.ChannelVerdicts;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One question about a log, and whether it was answered. Channels never speak for each other.
///
/// @param name the question
/// @param mark the answer's mark
/// @param answer verified, failed or not checked
/// @param reason why
record Channel(String name, Mark mark, String answer, String reason) {
    /// All channels of a report, unanswered ones included.
    ///
    /// @param around what is known around the log
    static List<Channel> of(ChainReport report, Around around) {
        List<Check> checks = around.checks();
        List<Channel> all = new ArrayList<>();
        all.add(integrity(report));
        all.add(completeness(around.completeness(report.checkpoint())));
        if (checks.isEmpty()) {
            all.add(unchecked("files, signatures, policy, clocks"));
        } else {
            var verdicts = new ChannelVerdicts(checks);
            all.add(around(verdicts, dev.countersign.core.run.Channel.ARTIFACTS));
            all.add(around(verdicts, dev.countersign.core.run.Channel.SIGNATURE));
            all.add(unchecked("policy, clocks"));
        }
        return all;
    }

    private static Channel unchecked(String what) {
        return new Channel("Other checks", Mark.OPEN, "Not checked", what);
    }

    /// What decides stands in words at the record.
    private static Channel around(
            ChannelVerdicts verdicts, dev.countersign.core.run.Channel channel) {
        Outcome outcome = verdicts.of(channel);
        String deciding =
                verdicts.checks().stream()
                        .filter(one -> one.kind().channel() == channel && one.outcome() == outcome)
                        .map(one -> CheckText.name(one.kind()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return new Channel(
                CheckText.name(channel),
                CheckMark.mark(outcome),
                CheckText.word(outcome),
                switch (outcome) {
                    case FAILED -> deciding;
                    case NOT_CHECKED -> unanswered(verdicts, channel);
                    case VERIFIED -> "";
                });
    }

    private static String unanswered(
            ChannelVerdicts verdicts, dev.countersign.core.run.Channel channel) {
        return verdicts.checks().stream()
                .filter(one -> one.kind().channel() == channel)
                .filter(one -> one.outcome() == Outcome.NOT_CHECKED)
                .findFirst()
                .map(CheckText::reason)
                .orElse("nothing to check");
    }

    private static Channel integrity(ChainReport report) {
        return switch (report.verdict()) {
            case INTACT ->
                    new Channel(
                            "Integrity", Mark.VERIFIED, "Verified", "every hash and link matches");
            case BROKEN ->
                    new Channel("Integrity", Mark.FAILED, "Failed", "a hash or a link is wrong");
            case MALFORMED ->
                    new Channel("Integrity", Mark.FAILED, "Failed", "a line is not a record");
            case EMPTY -> new Channel("Integrity", Mark.OPEN, "Not checked", "no record found");
        };
    }

    private static Channel completeness(CompletenessText says) {
        return new Channel(
                "Completeness",
                CheckMark.mark(says.outcome()),
                CheckText.word(says.outcome()),
                says.reason());
    }
}
