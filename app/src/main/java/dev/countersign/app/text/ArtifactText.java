// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.ArtifactCheck;

import java.util.List;
import java.util.stream.Collectors;

/// What is to be said of a run's artifacts.
public final class ArtifactText {
    /// More names than this are counted, not listed.
    private static final int MOST_NAMES = 5;

    private ArtifactText() {}

    /// One sentence about all of them.
    public static String sentence(ArtifactCheck check) {
        return switch (check.outcome()) {
            case VERIFIED ->
                    Numbers.count(check.artifacts().size(), "artifact")
                            + " as recorded in the log.";
            case FAILED -> failed(check.artifacts());
            case NONE_RECORDED -> "Artifacts not checked: no record names one, and none is here.";
            case FOLDER_ABSENT ->
                    "Artifacts not checked: records name some, but there is no artifacts folder"
                            + " here.";
            case NO_LOG -> "Artifacts not checked: there is no log that could name any.";
            case TOO_LARGE ->
                    check.artifacts().stream().anyMatch(Artifact::negative)
                            ? failed(check.artifacts()) + " There are more than are looked at."
                            : "Artifacts not checked: the run is over the size limit.";
        };
    }

    private static String failed(List<Artifact> artifacts) {
        List<Artifact> negative = artifacts.stream().filter(Artifact::negative).toList();
        String named =
                negative.stream()
                        .limit(MOST_NAMES)
                        .map(a -> Quotes.quoted(a.name()) + " " + state(a.state()))
                        .collect(Collectors.joining("; "));
        int more = negative.size() - MOST_NAMES;
        return "Artifacts: " + named + (more > 0 ? "; and " + more + " more" : "") + ".";
    }

    /// How file and record agree, as the end of a clause.
    public static String state(Artifact.State state) {
        return switch (state) {
            case MATCHES -> "is as recorded";
            case DIFFERS -> "is not the file that was recorded";
            case MISSING -> "was recorded and is missing";
            case UNRECORDED -> "is named by no record";
            case NOT_A_FILE -> "is a link or device and was not followed";
        };
    }
}
