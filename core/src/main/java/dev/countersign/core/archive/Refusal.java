// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import java.nio.file.Path;
import java.util.Locale;

/// Why an archive is not opened, or not further read.
///
/// @param kind of fault
/// @param name of the entry, as it may be shown; empty if it is about the archive
/// @param sentence for the person at the desk
public record Refusal(Kind kind, String name, String sentence) {
    private static final int LONGEST_SHOWN = 120;

    /// What is hostile, broken or unknown; each with its sentence about `NAME`.
    public enum Kind {
        /// `..` in a name.
        TRAVERSAL("NAME climbs out of the folder it would be extracted to"),
        /// `.` in a name.
        DOT("NAME has a part that is only a dot, which is no name of its own"),
        /// `/etc/passwd`.
        ABSOLUTE("NAME is an absolute name: it would leave the folder it is extracted to"),
        /// `C:x`.
        DRIVE("NAME names a drive: it would leave the folder it is extracted to"),
        /// `\\server\share` or `//server/share`.
        UNC("NAME names another machine: it would leave the folder it is extracted to"),
        /// `a\b`.
        BACKSLASH("NAME has a backslash, which is a folder on some systems only"),
        /// An empty name, or an empty part of one.
        EMPTY_NAME("NAME is no name: a part of it is empty"),
        /// Control characters, or such as turn the direction of writing.
        CONTROL("NAME has characters in its name that cannot be seen"),
        /// `:`, `*`, `?` and the like.
        CHARACTER("NAME has a character in its name that not every system can write"),
        /// `NUL`, `COM1.txt`.
        RESERVED("NAME is the name of a device on some systems"),
        /// `a.` or `a `.
        TRAILING_DOT("NAME ends a name with a dot or a space, which some systems drop"),
        /// Not UTF-8, or not said to be.
        NAME_ENCODING("NAME does not say in UTF-8 what it is called"),
        /// Too long for a file system.
        LONG_NAME("NAME has a name longer than file systems take"),
        /// Twice the same name.
        DUPLICATE("NAME is there twice"),
        /// The same but for case, Unicode form or variation selectors.
        COLLISION(
                "NAME is another file's name on systems that know no case or Unicode forms, or"
                        + " looks like it"),
        /// A file that is a folder of other files, too.
        FILE_AND_FOLDER("NAME is a file and a folder"),
        /// A symbolic or hard link.
        LINK("NAME is a link"),
        /// A device, a pipe, a socket.
        DEVICE("NAME is a device or a pipe"),
        /// A sparse file.
        SPARSE("NAME is a sparse file, whose bytes are not all there"),
        /// An encrypted one.
        ENCRYPTED("NAME is encrypted"),
        /// An unknown compression or extension.
        UNSUPPORTED("NAME is packed in a way that is not supported"),
        /// More entries than allowed.
        TOO_MANY("NAME has more files than the limit allows"),
        /// Deeper folders than allowed.
        TOO_DEEP("NAME lies deeper in folders than the limit allows"),
        /// More bytes than allowed.
        TOO_LARGE("NAME unpacks to more bytes than the limit allows"),
        /// Blows up.
        RATIO("NAME unpacks to many times its size, as a decompression bomb does"),
        /// Ends too early.
        TRUNCATED("NAME ends too early: it was cut off, or not copied to its end"),
        /// Something follows its end.
        TRAILING_DATA("NAME is followed by bytes that are no part of it"),
        /// Something precedes its start, or lies between its entries.
        HIDDEN_DATA("NAME is preceded by bytes that belong to no file"),
        /// Two entries claim the same bytes.
        OVERLAP("NAME lies over the bytes of another file"),
        /// Its two headers say different things.
        DISAGREEMENT("NAME is described in two ways that do not agree"),
        /// Not formed as its format wants.
        MALFORMED("NAME is not formed as the format wants it"),
        /// Its bytes are not those that were packed.
        DAMAGED("NAME is damaged: its checksum is not right"),
        /// An xz, 7z and the like.
        OTHER_FORM("NAME is packed in a form that is not read here: zip, tar and tar.gz are"),
        /// A gzip, but not of a tar.
        OTHER_CONTENT("NAME is a gzip, and what is in it is no tar"),
        /// No archive at all.
        NO_ARCHIVE("NAME is no zip, tar or tar.gz");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /// Lower case with underscores.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is to be done, in a sentence; nothing was read.
    public String advice() {
        return switch (kind) {
            case TOO_MANY, TOO_DEEP, TOO_LARGE, RATIO ->
                    "Nothing of it was read: if you trust whoever made it, set a higher limit in"
                            + " the policy's bundles.";
            case TRUNCATED, DAMAGED, TRAILING_DATA -> "Nothing of it was read: get another copy.";
            case OTHER_FORM, OTHER_CONTENT ->
                    "Nothing of it was read: unpack it, and give what is in it.";
            case NO_ARCHIVE -> "Nothing of it was read: check which file was meant.";
            default -> "Nothing of it was read: have it packed again without that.";
        };
    }

    /// That a file is refused, and why.
    public String sentence(Path file) {
        return file + " is refused: " + sentence + ".";
    }

    /// About an entry.
    ///
    /// @param name as it stands there, hostile or not
    static Refusal of(Kind kind, String name) {
        String shown = shown(name);
        return new Refusal(kind, shown, kind.sentence.replace("NAME", "\"" + shown + "\""));
    }

    /// About the archive itself.
    static Refusal of(Kind kind) {
        return new Refusal(kind, "", kind.sentence.replace("NAME", "the archive"));
    }

    /// What a terminal may print.
    private static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), LONGEST_SHOWN); ) {
            int c = name.codePointAt(i);
            String text = Character.toString(c);
            i += text.length();
            if (EntryName.visible(c) && c != '"') {
                shown.append(text);
            } else {
                text.chars().forEach(unit -> shown.append("\\u").append(HexDigits.four(unit)));
            }
        }
        return name.length() > LONGEST_SHOWN ? shown.append("...").toString() : shown.toString();
    }

    private static final class HexDigits {
        private static final int HIGHEST = 0x10000;

        static String four(int c) {
            return Integer.toHexString(HIGHEST | c).substring(1);
        }
    }
}
