// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.recovery.CanonicalText.Members;
import dev.countersign.core.recovery.RecoveryResult.End;
import dev.countersign.core.recovery.RecoveryResult.NotFound;
import dev.countersign.core.recovery.RecoveryResult.Recovered;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The search for one record.
final class RecordSearch {
    private final Search search;
    private final LogWindow window;
    private final Witnesses witnesses;
    private final byte[] line;
    private final RecoveryRequest request;
    private final LongSupplier nanos;
    private final long start;
    private final ChainFormat format;
    private final Targets targets;
    private final byte @Nullable [] standing;

    RecordSearch(
            Search search,
            LogWindow window,
            Witnesses witnesses,
            byte[] line,
            RecoveryRequest request,
            LongSupplier nanos,
            long start) {
        this.search = search;
        this.window = window;
        this.witnesses = witnesses;
        this.line = line;
        this.request = request;
        this.nanos = nanos;
        this.start = start;
        this.format = request.report().format();
        this.targets = new Targets(witnesses.targets());
        CoveredText covered = new CoveredText(format);
        byte[] buffer = covered.of(line, line.length);
        this.standing = buffer == null ? null : Arrays.copyOf(buffer, covered.length());
    }

    RecoveryResult result() {
        if (standing != null && witnesses.onlyTheHash()) {
            return recovered(standing, SearchKind.HASH_FIELD);
        }
        byte[] found = standing == null ? mended() : searched(standing);
        if (found != null) {
            return recovered(found, search.kind());
        }
        End end = search.cancelled() ? End.CANCELLED : search.over() ? End.BUDGET : End.EXHAUSTED;
        return new NotFound(request.record(), search.tried(), search.counts(), end, taken());
    }

    private Duration taken() {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }

    /// The line is no record: one byte of it may have made it so.
    private byte @Nullable [] mended() {
        return run(new LineEdits(format, line, true), new byte[0]);
    }

    private byte @Nullable [] searched(byte[] base) {
        CanonicalText text = new CanonicalText(base, format.profile());
        List<Edit> links = links(text);
        byte[] found = run(Generator.of(SearchKind.LINK, links), base);
        if (found != null || text.objects().isEmpty()) {
            return found;
        }
        Surroundings around = new Surroundings(window, request.beside(), format, request.record());
        List<SearchPlan> plans = new ArrayList<>();
        if (!witnesses.linkHolds() && !links.isEmpty()) {
            // the link was edited, and something else
            byte[] linked = text.with(links.getFirst());
            plans.add(plan(linked, around, true));
        }
        plans.add(plan(base, around, witnesses.linkHolds()));
        List<List<Supplier<List<Generator>>>> steps =
                plans.stream().map(SearchPlan::steps).toList();
        boolean lines = false;
        for (int step = 0; step < steps.getFirst().size(); step++) {
            for (int plan = 0; plan < plans.size(); plan++) {
                for (Generator generator : steps.get(plan).get(step).get()) {
                    found = run(generator, plans.get(plan).base());
                    if (found != null || search.over()) {
                        return found;
                    }
                    lines |= generator.kind() == SearchKind.ONE_BYTE;
                }
            }
            if (lines) {
                lines = false;
                found = run(new LineEdits(format, line, false), new byte[0]);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private SearchPlan plan(byte[] base, Surroundings around, boolean linkIsRight) {
        CanonicalText text = new CanonicalText(base, format.profile());
        return new SearchPlan(text, around, linkIsRight ? format.prevField() : null);
    }

    private byte @Nullable [] run(Generator generator, byte[] base) {
        return search.run(generator, format.digest(), targets, base);
    }

    /// The link put back.
    private List<Edit> links(CanonicalText text) {
        Spelling spelling = new Spelling(format.profile());
        MemberEdits members = new MemberEdits(text, spelling, new Vocabulary());
        CanonicalText.Member link = text.top(format.prevField());
        Members top = text.objects().isEmpty() ? null : text.objects().getFirst();
        List<Edit> edits = new ArrayList<>();
        for (String other : witnesses.links()) {
            byte[] spelled = spelling.string(other);
            if (spelled == null || top == null) {
                continue;
            }
            Edit edit =
                    link != null
                            ? Edit.of(link.from(), link.to(), spelled)
                            : members.with(top, format.prevField(), spelled);
            if (edit != null) {
                edits.add(edit);
            }
        }
        return edits;
    }

    private Recovered recovered(byte[] text, SearchKind how) {
        String hash = Digests.hex(format.digest(), text);
        JsonObject covered = object(text);
        JsonObject stood = BesideLog.json(line) instanceof JsonObject object ? object : null;
        JsonObject original = original(covered, stood, hash);
        return new Recovered(
                request.record(),
                original,
                new String(text, StandardCharsets.UTF_8),
                hash,
                how,
                stood == null ? List.of() : FieldChange.between(original, stood),
                standing == null ? null : new String(standing, StandardCharsets.UTF_8),
                search.tried(),
                taken());
    }

    private static JsonObject object(byte[] text) {
        return BesideLog.json(text) instanceof JsonObject object
                ? object
                : JsonValue.object().build();
    }

    /// The record in the order in which it stands in the log. The hash keeps its place; where the
    /// format covers everything that is the last one, also behind fields that are put back.
    private JsonObject original(JsonObject covered, @Nullable JsonObject stood, String hash) {
        Map<String, JsonValue> all = new LinkedHashMap<>();
        for (Member member : stood == null ? List.<Member>of() : stood.members()) {
            JsonValue value = covered.get(member.key());
            if (member.key().equals(format.hashField())) {
                all.put(member.key(), new JsonString(hash));
            } else if (value != null) {
                all.put(member.key(), StandingOrder.of(value, member.value()));
            } else if (!format.covers(member.key())) {
                all.put(member.key(), member.value());
            }
        }
        covered.members().forEach(m -> all.putIfAbsent(m.key(), m.value()));
        if (format.covered().isEmpty()) {
            all.remove(format.hashField());
        }
        all.putIfAbsent(format.hashField(), new JsonString(hash));
        List<Member> members = new ArrayList<>();
        all.forEach((key, value) -> members.add(new Member(key, value)));
        return new JsonObject(members);
    }
}
