// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.workspace.Source;

/// Where runs come from, in words.
public final class SourceText {
    private SourceText() {}

    /// What a source is.
    public static String kind(Source.Kind kind) {
        return switch (kind) {
            case FOLDER -> "Folder of runs";
            case RUN -> "Run directory";
            case LOG -> "Log";
            case BUNDLE -> "Bundle of runs";
            case MISSING -> "Not there";
        };
    }

    /// What it means, and what to do where something is wrong.
    public static String meaning(Source.Kind kind) {
        return switch (kind) {
            case FOLDER ->
                    "Each folder in it with an audit.jsonl is a run, each archive or bag a bundle.";
            case RUN -> "One run, with its log and files.";
            case LOG -> "One log by itself.";
            case BUNDLE -> "Runs that were packed; they are read where they lie.";
            case MISSING ->
                    "Nothing is there, or it may not be read: plug the disk in or mount the share."
                            + " Its runs are remembered.";
        };
    }
}
