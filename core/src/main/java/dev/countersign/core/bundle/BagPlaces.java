// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.bundle.BagFault.Kind;
import dev.countersign.core.source.ArtifactFiles;
import dev.countersign.core.source.EvidencePath;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where bags lie in an archive: at its top, or in a folder, whatever else lies beside it. A bag in
/// another one, or among the artifacts of a run, belongs to those.
record BagPlaces(NavigableMap<String, PackedFile> files) {
    /// What the names of each bag's files begin with: empty, or a folder and `/`.
    List<String> bases() {
        TreeSet<String> all = new TreeSet<>();
        for (PackedFile file : files.values()) {
            String base = file.name().substring(0, file.name().length() - file.leaf().length());
            if (file.leaf().equals(Bag.DECLARATION)
                    || Bag.isManifest(file.leaf()) && hasPayload(base)) {
                all.add(base);
            }
        }
        List<String> bases = new ArrayList<>();
        for (String base : all) {
            boolean inner = !bases.isEmpty() && base.startsWith(bases.getLast());
            if (!inner && !artifact(base)) {
                bases.add(base);
            }
        }
        return bases;
    }

    /// Whether it is a bag even without its declaration: it is held against its manifests then.
    private boolean hasPayload(String base) {
        String data = files.ceilingKey(base + Bag.PAYLOAD);
        return data != null && data.startsWith(base + Bag.PAYLOAD);
    }

    private boolean artifact(String base) {
        String folder = ArtifactFiles.FOLDER + "/";
        for (int at = base.indexOf(folder); at >= 0; at = base.indexOf(folder, at + 1)) {
            boolean whole = at == 0 || base.charAt(at - 1) == '/';
            if (whole && files.containsKey(base.substring(0, at) + EvidencePath.RUN_LOG)) {
                return true;
            }
        }
        return false;
    }

    /// What lies beside a bag: no manifest can name it. Of a folder, only its name is said.
    List<BagFault> beside(String base) {
        TreeMap<String, BagFault> found = new TreeMap<>();
        for (PackedFile file : files.values()) {
            if (!file.name().startsWith(base)) {
                boolean run = file.leaf().equals(EvidencePath.RUN_LOG);
                String name = run ? file.name() : highest(file.name(), base);
                Kind kind = run ? Kind.RUN_BESIDE : Kind.BESIDE;
                found.putIfAbsent(name, BagFault.of(kind, name));
            }
        }
        return List.copyOf(found.values());
    }

    /// The highest folder of a file in which the bag does not lie; itself, if there is none.
    private static String highest(String file, String base) {
        int slash = file.indexOf('/');
        while (slash >= 0 && base.startsWith(file.substring(0, slash + 1))) {
            slash = file.indexOf('/', slash + 1);
        }
        return slash < 0 ? file : file.substring(0, slash + 1);
    }
}
