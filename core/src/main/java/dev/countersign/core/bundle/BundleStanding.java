// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;

import java.util.ArrayList;
import java.util.List;

/// How a bundle itself stands, whatever its runs say: what goes into papers and results that were
/// made from it.
///
/// @param bag whether it is a bag; a plain archive says nothing of what should be in it
/// @param complete whether everything that a bag must have and lists is there, and nothing else
/// @param valid whether it is a complete bag, and every checksum is right
/// @param faults what speaks against it: errors of the bag, damage of a plain archive
/// @param notes what does not make it invalid
/// @param disagreements what its index and its checkpoints say that is not so, in sentences
public record BundleStanding(
        boolean bag,
        boolean complete,
        boolean valid,
        List<BagFault> faults,
        List<BagFault> notes,
        List<String> disagreements) {
    public BundleStanding {
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
        disagreements = List.copyOf(disagreements);
    }

    /// That of a bundle that was verified.
    public static BundleStanding of(BundleReport report) {
        BagReport bag = report.bag();
        List<BagFault> faults = new ArrayList<>(bag == null ? List.of() : bag.errors());
        faults.addAll(report.damage());
        List<String> disagreements = new ArrayList<>(report.disagreements());
        for (BundledRun run : report.runs()) {
            if (run.packed().negative()) {
                disagreements.add(
                        "The log of "
                                + run.name()
                                + " is not the one that was bundled: "
                                + run.packed().word().replace('_', ' ')
                                + ".");
            }
        }
        return new BundleStanding(
                bag != null,
                bag != null && bag.complete(),
                bag != null && bag.valid(),
                faults,
                bag == null ? List.of() : bag.warnings(),
                disagreements);
    }

    /// Whether anything speaks against it.
    public boolean negative() {
        return bag && !valid || !faults.isEmpty() || !disagreements.isEmpty();
    }

    /// Everything that speaks against it, in sentences.
    public List<String> against() {
        List<String> sentences = new ArrayList<>();
        faults.forEach(fault -> sentences.add(fault.sentence()));
        sentences.addAll(disagreements);
        return List.copyOf(sentences);
    }

    /// As JSON.
    public JsonObject json() {
        return JsonValue.object()
                .with("kind", bag ? "bag" : "archive")
                .with("valid", JsonValue.of(valid))
                .with("complete", JsonValue.of(complete))
                .with("errors", BagFault.document(faults))
                .with("warnings", BagFault.document(notes))
                .with(
                        "disagreements",
                        new JsonArray(disagreements.stream().map(JsonValue::of).toList()))
                .build();
    }
}
