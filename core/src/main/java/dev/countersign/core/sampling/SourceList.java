// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import dev.countersign.core.chain.FileDigest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What another system says there was in a period: one column of a CSV file (RFC 4180).
///
/// @param sha256 of the file
/// @param column its heading
/// @param ids what the column says, in file order, each once
/// @param repeated what stands there more than once
public record SourceList(String sha256, String column, List<String> ids, List<String> repeated) {
    public SourceList {
        ids = List.copyOf(ids);
        repeated = List.copyOf(repeated);
    }

    /// What came of reading one.
    public sealed interface Reading {
        /// It was read.
        record Read(SourceList list) implements Reading {}

        /// It could not be.
        ///
        /// @param sentence why, and where
        record Refused(String sentence) implements Reading {}
    }

    /// The same, where one entry may be about what another names otherwise.
    ///
    /// @param twice further ones that are listed more than once
    SourceList repeating(List<String> twice) {
        List<String> all = new ArrayList<>(repeated);
        all.addAll(twice);
        return new SourceList(sha256, column, ids, all);
    }

    /// The headings of a file's columns; none if it is no such file, which reading it explains.
    public static List<String> columns(byte[] file) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            List<List<String>> rows = new CsvRows(text).all();
            return rows.isEmpty() ? List.of() : List.copyOf(rows.getFirst());
        } catch (CharacterCodingException e) {
            return List.of();
        }
    }

    /// Reads a column. Strict: a list of which a line was misread would prove nothing.
    ///
    /// @param file all of it: UTF-8, a heading first, commas or semicolons, quotes as in RFC 4180
    public static Reading read(byte[] file, String column) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            return new Reading.Refused("it is not UTF-8: export it so");
        }
        CsvRows rows = new CsvRows(text);
        List<List<String>> all = rows.all();
        String problem = rows.problem();
        if (problem != null || all.isEmpty()) {
            return new Reading.Refused(problem == null ? "it is empty" : problem);
        }
        int place = all.getFirst().indexOf(column);
        if (place < 0 || place != all.getFirst().lastIndexOf(column)) {
            return new Reading.Refused(
                    (place < 0 ? "it has no column " : "it has several columns ")
                            + column
                            + "; its columns are "
                            + String.join(", ", all.getFirst()));
        }
        return ids(file, column, all, place);
    }

    private static Reading ids(byte[] file, String column, List<List<String>> all, int place) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (int i = 1; i < all.size(); i++) {
            String id = all.get(i).get(place).strip();
            if (id.isEmpty()) {
                return new Reading.Refused("row " + (i + 1) + " says nothing in " + column);
            }
            if (!ids.add(id)) {
                repeated.add(id);
            }
        }
        return new Reading.Read(
                new SourceList(
                        FileDigest.sha256(file),
                        column,
                        new ArrayList<>(ids),
                        new ArrayList<>(repeated)));
    }
}
