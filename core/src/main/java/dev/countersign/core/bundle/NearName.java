// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.PackedFile;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.NavigableMap;

/// Says of a name that is listed and not there, that a file is there which is called nearly so.
record NearName(NavigableMap<String, PackedFile> files) {
    /// The end of a sentence; empty if there is none.
    String to(String name) {
        for (Form form : List.of(Form.NFC, Form.NFD)) {
            String other = Normalizer.normalize(name, form);
            if (!other.equals(name) && files.containsKey(other)) {
                return "; the same name in another Unicode form (" + form + ") is there";
            }
        }
        return "";
    }
}
