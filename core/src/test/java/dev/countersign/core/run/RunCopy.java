// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.json.CanonicalProfile;
import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Folders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A copy of a sample run that can be changed, with a log whose chain stays right.
public final class RunCopy {
    public final Path directory;

    private RunCopy(Path directory) {
        this.directory = directory;
    }

    public static RunReader reader() {
        return new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get());
    }

    /// Copies a sample, keeping its name.
    public static RunCopy of(String sample, Path into) throws IOException {
        Path from = Path.of("src/test/resources/samples", sample);
        Path to = into.resolve(sample);
        Folders.copy(from, to);
        return new RunCopy(to);
    }

    public RunSnapshot read() throws SourceException {
        return reader().read(directory);
    }

    Check check(Check.Kind kind) throws SourceException {
        return read().channels().checks().get(kind.ordinal());
    }

    public Path log() {
        return directory.resolve("audit.jsonl");
    }

    public Path state() {
        return directory.resolve("state.json");
    }

    public Path artifact(String name) {
        return directory.resolve("artifacts").resolve(name);
    }

    RunCopy renamed(String name) throws IOException {
        return new RunCopy(Files.move(directory, directory.resolveSibling(name)));
    }

    void deleteArtifacts() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("artifacts"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    public RunCopy edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new AssertionError(file + " does not contain " + from);
        }
        Files.writeString(file, text.replace(from, to));
        return this;
    }

    /// Makes the handoff report name another head, and the log and the checkpoint fit to it.
    public void reportOtherHead(String head) throws IOException {
        Path report = artifact("handoff_report.json");
        String named = object(Files.readString(report)).string("audit_log_head");
        String before = sha256(Files.readAllBytes(report)).substring(0, 16);
        edit(report, String.valueOf(named), head);
        String after = sha256(Files.readAllBytes(report)).substring(0, 16);
        edit(state(), before, after).edit(log(), before, after).rebuild();
    }

    /// Keeps the first records of the log.
    RunCopy cut(int records) throws IOException {
        List<String> lines = Files.readAllLines(log());
        Files.writeString(log(), String.join("\n", lines.subList(0, records)) + "\n");
        return this;
    }

    /// Appends records to the log as the producer would: fields as a JSON text, without link and
    /// hash. Times go on an hour a record.
    public RunCopy append(String... records) throws IOException {
        for (String record : records) {
            List<String> lines = Files.readAllLines(log());
            lines.add(hashed(next(object(record), lines).build()));
            Files.writeString(log(), String.join("\n", lines) + "\n");
        }
        return this;
    }

    /// Appends records that somebody signed who is neither trusted nor distrusted.
    public RunCopy appendSigned(String... records) throws IOException, SourceException {
        for (String record : records) {
            List<String> lines = Files.readAllLines(log());
            JsonValue.ObjectBuilder next = next(object(record), lines);
            JsonObject act =
                    next.with("reviewed_head", object(lines.getLast()).string("hash")).build();
            RunSnapshot run = read();
            Map<String, String> files = new HashMap<>(run.artifacts().hashes());
            run.artifacts().artifacts().stream()
                    .filter(artifact -> artifact.recorded() == null)
                    .forEach(artifact -> files.remove(artifact.name()));
            String signature = Notary.sign(act, run.runId(), files);
            lines.add(hashed(next.with("signature", signature).build()));
            Files.writeString(log(), String.join("\n", lines) + "\n");
        }
        return this;
    }

    private static JsonValue.ObjectBuilder next(JsonObject given, List<String> lines) {
        JsonObject last = object(lines.getLast());
        JsonValue.ObjectBuilder next = JsonValue.object();
        int hour = lines.size() % 24;
        next.with("ts", "2026-11-23T" + (hour < 10 ? "0" : "") + hour + ":00:00+00:00");
        next.with("event", given.string("event")).with("prev", last.string("hash"));
        for (Member member : given.members()) {
            if (!member.key().equals("event")) {
                next.with(member.key(), member.value());
            }
        }
        return next;
    }

    /// Makes the chain right again after an edit of the log.
    public RunCopy rebuild() throws IOException {
        List<String> lines = new ArrayList<>();
        String prev = ChainFormat.A.genesis();
        for (String line : Files.readAllLines(log())) {
            JsonValue.ObjectBuilder next = JsonValue.object();
            for (Member member : object(line).members()) {
                if (member.key().equals("prev")) {
                    next.with("prev", prev);
                } else if (!member.key().equals("hash")) {
                    next.with(member.key(), member.value());
                }
            }
            String hashed = hashed(next.build());
            prev = String.valueOf(object(hashed).string("hash"));
            lines.add(hashed);
        }
        Files.writeString(log(), String.join("\n", lines) + "\n");
        return this;
    }

    public String hash(int record) throws IOException {
        return String.valueOf(object(Files.readAllLines(log()).get(record)).string("hash"));
    }

    private static String hashed(JsonObject record) {
        JsonReader reader = new JsonReader(1 << 16);
        byte[] text = record.text().getBytes(StandardCharsets.UTF_8);
        reader.read(text, 0, text.length);
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        new CanonicalWriter()
                .write(reader.tape(), CanonicalProfile.A, (t, k) -> true, canonical::write);
        List<Member> members = new ArrayList<>(record.members());
        members.add(new Member("hash", JsonValue.of(sha256(canonical.toByteArray()))));
        return new JsonObject(members).text();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static JsonObject object(String text) {
        JsonReader reader = new JsonReader(1 << 20);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (reader.read(bytes, 0, bytes.length) != null) {
            throw new AssertionError("not JSON: " + text);
        }
        return (JsonObject) JsonText.tree(reader.tape());
    }
}
