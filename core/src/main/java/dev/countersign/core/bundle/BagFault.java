// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is not right with a bag.
///
/// @param kind of fault
/// @param file that it is about, below the bag, or beside it; empty if it is about the bag
/// @param sentence for the person at the desk
public record BagFault(Kind kind, String file, String sentence) {
    /// Each with its sentence about `FILE`.
    public enum Kind {
        /// There is no `bagit.txt`, and yet a manifest.
        NO_DECLARATION("FILE is missing, which every bag must have (RFC 8493)"),
        /// `bagit.txt` is not formed as it must be.
        DECLARATION(
                "FILE does not declare BagIt 1.0 or 0.97 and a known encoding, as its two lines"
                        + " must"),
        /// There is no payload.
        NO_PAYLOAD("nothing lies in FILE, where every bag has its payload (RFC 8493)"),
        /// `fetch.txt` would have files fetched: refused, also where they are there already.
        FETCH(
                "FILE wants files to be fetched from elsewhere; nothing is fetched here: complete"
                        + " the bag first"),
        /// No manifest that is understood.
        NO_MANIFEST("there is no manifest with SHA-256 or SHA-512: nothing vouches for the files"),
        /// Manifests of MD5 and SHA-1 alone.
        NOT_CHECKED(
                "its files have checksums of MD5 or SHA-1 only, which can be forged: they are not"
                        + " checked, and nothing vouches for the files"),
        /// A line of a manifest.
        MANIFEST_LINE("FILE has a line that is no checksum and name"),
        /// A name outside what it may list.
        OUTSIDE(
                "FILE is listed where it may not be: payload manifests list data/, others the"
                        + " rest"),
        /// A manifest lists a file twice.
        LISTED_TWICE("FILE is listed twice in one manifest"),
        /// A file that a manifest lists.
        MISSING("FILE is listed and is not there"),
        /// A file of the payload that a manifest does not list.
        UNLISTED("FILE is there and is not listed"),
        /// Other bytes than the manifest says.
        CHECKSUM("FILE is not what its checksum says"),
        /// The archive itself says that it is damaged.
        DAMAGED("FILE is damaged: the archive's own checksum of it is not right"),
        /// `Payload-Oxum` counts other bytes or files.
        OXUM("FILE counts other bytes or files (Payload-Oxum) than there are"),
        /// A manifest of an algorithm that is not checked.
        UNKNOWN_ALGORITHM("FILE is not checked: its algorithm is none of SHA-256 and SHA-512"),
        /// Nothing vouches for the manifests.
        NO_TAG_MANIFEST(
                "there is no tag manifest: nothing vouches for the manifests and bag-info.txt"),
        /// A line of `bag-info.txt`.
        INFO_LINE("FILE has a line that is no label and value"),
        /// A file beside the payload that no tag manifest lists.
        TAG_UNLISTED("FILE is listed by no tag manifest: nothing vouches for it"),
        /// Beside the folder of the bag.
        BESIDE("FILE lies beside the bag: nothing vouches for it, and it is not looked at"),
        /// A log beside the folder of the bag.
        RUN_BESIDE(
                "FILE is the log of a run that lies beside the bag: nothing vouches for it, and it"
                        + " is not looked at"),
        /// More than one bag.
        SEVERAL_BAGS(
                "there are several bags, and none of them was verified: extract them, and verify"
                        + " each by itself: "),
        /// Too large to be read.
        TOO_LARGE("FILE is larger than such a file can be"),
        /// A file of the bag itself whose bytes are not in the encoding that it declares.
        ENCODING("FILE is not encoded as it has to be");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /// Lower case with underscores.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether files are there as they should be, but with other bytes.
        boolean ofContent() {
            return this == CHECKSUM || this == DAMAGED;
        }
    }

    static BagFault of(Kind kind, String file) {
        return of(kind, file, "");
    }

    /// @param more what the sentence goes on with
    static BagFault of(Kind kind, String file, String more) {
        return new BagFault(kind, file, kind.sentence.replace("FILE", file) + more + ".");
    }

    /// Whether all that speaks against a bag is that its checksums are none to rely on.
    public static boolean unchecked(List<BagFault> faults) {
        return !faults.isEmpty()
                && faults.stream().allMatch(fault -> fault.kind() == Kind.NOT_CHECKED);
    }

    /// Which checksums of a file are wrong, and which are right.
    ///
    /// @param tag whether the file is none of the payload
    static BagFault checksum(
            String file,
            boolean tag,
            Map<SumAlgorithm, String> recorded,
            Map<SumAlgorithm, String> computed) {
        StringBuilder more = new StringBuilder();
        List<String> right = new ArrayList<>();
        recorded.forEach((algorithm, sum) -> {
            String manifest =
                    (tag ? Bag.TAG_MANIFEST : Bag.MANIFEST) + algorithm.word() + Bag.ENDING;
            String found = computed.get(algorithm);
            if (sum.equals(found)) {
                right.add(manifest);
            } else {
                more.append("; ")
                        .append(manifest)
                        .append(" has ")
                        .append(sum)
                        .append(", its bytes give ")
                        .append(found);
            }
        });
        more.replace(0, 1, ":");
        more.append(
                right.isEmpty()
                        ? ": it was changed after the bag was made"
                        : "; it is what "
                                + String.join(", ", right)
                                + " says: the manifests do not agree, and one of them is wrong");
        return of(Kind.CHECKSUM, file, more.toString());
    }

    /// Faults as documents have them, in their order.
    public static JsonArray document(List<BagFault> faults) {
        List<JsonValue> all = new ArrayList<>();
        for (BagFault fault : faults) {
            all.add(
                    JsonValue.object()
                            .with("kind", fault.kind().word())
                            .with("file", fault.file())
                            .with("message", fault.sentence())
                            .build());
        }
        return new JsonArray(all);
    }
}
