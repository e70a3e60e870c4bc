// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.CmsVerifier;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.SignatureCheck;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything that somebody needs to check the signatures of a run with nothing of ours: the log,
/// each signature and the statement in it, the certificates that were signed with, and the exact
/// commands.
///
/// @param files name to content
public record SelfCheck(Map<String, Octets> files) {
    private static final String README = "README.txt";
    private static final String SIGNED = ".p7m";

    private static final String HEAD =
            """
            # The signatures of RUN, to be checked with openssl alone.
            # Each command can be typed by itself; all of them: bash README.txt
            #
            # Get the root certificate of the signers from their issuer, as root.pem. The
            # certificates in this folder prove nothing by themselves: whoever made the log can
            # have made them, too.
            set -e

            """;

    private static final String SIGNATURE =
            """
            # NAME: the file is the signature in line LINE of the log, and the signature is right
            sed -n LINEp audit.jsonl | jq -r .signature | base64 -d | cmp - NAME.p7m
            openssl cms -verify -inform DER -in NAME.p7m -CAfile root.pem -purpose any -out NAME.out
            cmp NAME.out NAME.statement.json

            """;

    private static final String TAIL =
            """
            # A statement has to say what its record says: its "prev" is the hash of the record
            # before, its "artifacts" are the SHA-256 of the files that were reviewed, as
            # openssl dgst -sha256 artifacts/* gives them.
            #
            # Each record's hash is the SHA-256 of the record without it, with sorted keys, and
            # each names the one before:
            python3 -c '
            import json, hashlib
            head = "genesis"
            for line in open("audit.jsonl"):
                record = json.loads(line)
                said = record.pop("hash")
                assert record["prev"] == head, record
                text = json.dumps(record, sort_keys=True).encode()
                assert hashlib.sha256(text).hexdigest() == said, record
                head = said
            print("intact, head", head)'
            """;

    public SelfCheck {
        files = Map.copyOf(files);
    }

    /// What is to be exported of a run.
    ///
    /// @throws SourceException if its log cannot be read
    public static SelfCheck of(RunSnapshot run) throws SourceException {
        Map<String, Octets> files = new TreeMap<>(beside(run, EvidencePath.RUN_LOG).files);
        try (LogFile log = LogFile.open(run.directory().resolve(EvidencePath.RUN_LOG))) {
            files.put(EvidencePath.RUN_LOG, Octets.of(log.all()));
        }
        return new SelfCheck(files);
    }

    /// What is to be exported of a run whose log lies elsewhere already.
    ///
    /// @param log where it lies, as seen from the exported files
    public static SelfCheck beside(RunSnapshot run, String log) {
        Map<String, Octets> files = new TreeMap<>();
        List<String> names = new ArrayList<>();
        for (RunEvent event : run.events()) {
            String signature = event.text("signature");
            if (ActKind.of(event.event()) != null && signature != null) {
                String name = event.event() + "-" + event.record();
                add(name, signature, files);
                names.add(name);
            }
        }
        files.put(README, Octets.utf8(readme(run, names).replace(EvidencePath.RUN_LOG, log)));
        return new SelfCheck(files);
    }

    /// Whether there is a signature to check.
    public boolean signed() {
        return files.keySet().stream().anyMatch(name -> name.endsWith(SIGNED));
    }

    private static void add(String name, String signature, Map<String, Octets> files) {
        Octets cms = Octets.ofBase64(signature).orElse(Octets.utf8(signature));
        files.put(name + SIGNED, cms);
        if (CmsVerifier.check(cms) instanceof SignatureCheck.Verified verified) {
            files.put(name + ".statement.json", verified.content());
            files.put(name + ".certificate.der", verified.signer().der());
        }
    }

    /// Prose in comments, so that the whole text is a script as well.
    private static String readme(RunSnapshot run, List<String> names) {
        StringBuilder text = new StringBuilder();
        text.append(HEAD.replace("RUN", run.runId()));
        for (String name : names) {
            long record = Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
            text.append(
                    SIGNATURE
                            .replace("NAME", name)
                            .replace("LINE", String.valueOf(line(run, record))));
        }
        return text.append(TAIL).toString();
    }

    private static long line(RunSnapshot run, long record) {
        RunEvent event = run.event(record);
        if (event == null) {
            throw new IllegalStateException("no record " + record);
        }
        return event.line();
    }

    /// Writes the files into a folder that has none of them; it is made where it is missing.
    ///
    /// @throws SourceException if that fails
    public void write(Path folder) throws SourceException {
        SmallFile.folder(folder);
        for (Map.Entry<String, Octets> file : new TreeMap<>(files).entrySet()) {
            SmallFile.create(folder.resolve(file.getKey()), file.getValue().toArray());
        }
    }

    /// The commands, for people.
    public String readme() {
        Octets readme = files.get(README);
        return readme == null ? "" : new String(readme.toArray(), StandardCharsets.UTF_8);
    }
}
