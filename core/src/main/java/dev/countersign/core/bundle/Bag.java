// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What a bag says of its files.
///
/// @param base what the names of its files begin with in the archive: empty, or a folder and `/`
/// @param payload what the names of files begin with below which its runs lie
/// @param sums of files by their name below the base
/// @param errors found so far
/// @param warnings found so far
record Bag(
        String base,
        String payload,
        SortedMap<String, Map<SumAlgorithm, String>> sums,
        List<BagFault> errors,
        List<BagFault> warnings) {
    static final String DECLARATION = "bagit.txt";
    static final String PAYLOAD = "data/";
    static final String INFO = "bag-info.txt";
    static final String OXUM = "Payload-Oxum";
    static final String FETCH = "fetch.txt";
    static final String MANIFEST = "manifest-";
    static final String TAG_MANIFEST = "tagmanifest-";
    static final String ENDING = ".txt";

    /// Whether a file beside the payload is called like a manifest of it.
    static boolean isManifest(String name) {
        return name.startsWith(MANIFEST) && name.endsWith(ENDING) && name.indexOf('/') < 0;
    }
}
