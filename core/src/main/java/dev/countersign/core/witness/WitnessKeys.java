// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import dev.countersign.core.chain.Described;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file of verifier keys, one a line as other programs write them (`name+id+key`): whose
/// signatures under notes can be checked. Blank lines, and those that begin with `#`, say nothing
/// and stay.
///
/// @param file need not be there
public record WitnessKeys(Path file) {
    private static final String FIRST =
            "# Keys of witnesses (C2SP verifier keys), one a line: name+id+key\n";

    /// All of them, in the order of their lines.
    ///
    /// @throws SourceException if it cannot be read, or a line is no key: whoever is not listed
    ///   because of a slip would be "not checked" for ever
    public List<NoteVerifier> read() throws SourceException {
        List<NoteVerifier> keys = new ArrayList<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            if (!says(line)) {
                continue;
            }
            switch (NoteVerifier.read(line)) {
                case Described.Is<NoteVerifier>(NoteVerifier key) -> keys.add(key);
                case Described.IsNot<NoteVerifier>(String why) ->
                        throw new SourceException(
                                file, "Line " + number + " of " + file + " " + why + ".");
            }
        }
        return keys;
    }

    /// One more, unless it is there.
    ///
    /// @return whether it was not
    /// @throws SourceException if that cannot be written
    public boolean add(NoteVerifier key) throws SourceException {
        if (read().contains(key)) {
            return false;
        }
        List<String> lines = new ArrayList<>(lines());
        lines.add(key.text());
        write(lines);
        return true;
    }

    /// One less; what else stands in the file stays.
    ///
    /// @return whether it was there
    /// @throws SourceException if that cannot be written
    public boolean remove(NoteVerifier key) throws SourceException {
        List<String> lines = new ArrayList<>(lines());
        boolean there =
                lines.removeIf(line ->
                        NoteVerifier.read(line)
                                        instanceof Described.Is<NoteVerifier>(NoteVerifier one)
                                && one.equals(key));
        if (there) {
            write(lines);
        }
        return there;
    }

    private static boolean says(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    private List<String> lines() throws SourceException {
        return SmallFile.exists(file)
                ? new String(SmallFile.read(file), StandardCharsets.UTF_8).lines().toList()
                : List.of();
    }

    private void write(List<String> lines) throws SourceException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            SmallFile.folder(folder);
        }
        String text = String.join("\n", lines) + "\n";
        SmallFile.replace(file, text.startsWith("#") ? text : FIRST + text);
    }
}
