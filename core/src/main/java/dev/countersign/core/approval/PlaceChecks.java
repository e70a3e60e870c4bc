// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import dev.countersign.core.json.JsonValue.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A statement against the place of its record: the run, the record before, the artifacts.
final class PlaceChecks {
    private static final int RECORDED_DIGITS = 16;

    private final ActStatement statement;
    private final ActPlace place;

    PlaceChecks(ActStatement statement, ActPlace place) {
        this.statement = statement;
        this.place = place;
    }

    /// The record itself says where it stands; the statement says the same, or it fails as a
    /// statement.
    Judgement position(JsonObject record) {
        List<Reason> reasons = new ArrayList<>();
        String run = statement.runId();
        if (!place.runId().equals(run)) {
            reasons.add(
                    new Reason(
                            "other_run",
                            "It was signed for the run "
                                    + run
                                    + ", and stands in the log of "
                                    + place.runId()
                                    + "."));
        }
        String prev = record.string("prev");
        if (!place.before().equals(prev)) {
            reasons.add(
                    new Reason(
                            "other_position",
                            "It was signed to follow the record "
                                    + prev
                                    + ", and follows "
                                    + place.before()
                                    + "."));
        }
        String reviewed = record.string("reviewed_head");
        if (reviewed == null || !reviewed.equals(prev)) {
            reasons.add(
                    new Reason(
                            "other_head_reviewed",
                            "The head that was reviewed is "
                                    + reviewed
                                    + ", and the record follows "
                                    + prev
                                    + "."));
        }
        return Judgement.of(reasons);
    }

    /// What was reviewed is what the log had recorded by then, and what is there now, unless it was
    /// written again later.
    Judgement artifacts() {
        Map<String, String> stated = statement.artifacts();
        List<Reason> reasons = new ArrayList<>();
        var names = new TreeSet<>(place.written().keySet());
        names.addAll(stated.keySet());
        for (String name : names) {
            artifact(name, stated.get(name), place.written().get(name), reasons);
        }
        if (reasons.isEmpty() && place.disk() == null && !names.isEmpty()) {
            return Judgement.unchecked(
                    "no_artifacts_folder",
                    "There is no artifacts folder to compare with what was signed.");
        }
        return Judgement.of(reasons);
    }

    private void artifact(
            String name, @Nullable String hash, @Nullable String recorded, List<Reason> reasons) {
        if (hash == null) {
            reasons.add(
                    new Reason(
                            "artifact_not_stated",
                            "The artifact " + name + " was there, and is not in what was signed."));
        } else if (recorded == null) {
            reasons.add(
                    new Reason(
                            "artifact_not_recorded",
                            "The artifact " + name + " was signed, and no record names it."));
        } else if (!hash.regionMatches(0, recorded, 0, RECORDED_DIGITS)
                || recorded.length() != RECORDED_DIGITS) {
            reasons.add(
                    new Reason(
                            "artifact_other_than_recorded",
                            "The artifact " + name + " was signed as another than was recorded."));
        } else {
            onDisk(name, hash, reasons);
        }
    }

    private void onDisk(String name, String hash, List<Reason> reasons) {
        Map<String, String> disk = place.disk();
        if (disk == null || place.rewritten().contains(name)) {
            return;
        }
        String found = disk.get(name);
        if (found == null) {
            reasons.add(
                    new Reason(
                            "artifact_lost", "The artifact " + name + " that was signed is lost."));
        } else if (!found.equals(hash)) {
            reasons.add(
                    new Reason(
                            "artifact_changed",
                            "The artifact " + name + " is not the one that was signed."));
        }
    }
}
