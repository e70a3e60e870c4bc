// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.json.CanonicalDigest;
import dev.countersign.core.json.JsonProblem;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.policy.Place.Members;
import dev.countersign.core.policy.Policy.Assignment;
import dev.countersign.core.policy.PolicyProblem.Kind;
import dev.countersign.core.policy.PolicyReading.Invalid;
import dev.countersign.core.policy.PolicyReading.Valid;
import dev.countersign.core.source.SmallFile;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads `policy.json` (CLOCKS, FORMATS 1). Every problem is found in one reading, each with its
/// path and line. A key that means nothing is a problem too: a typing error in a target must not
/// silently leave the default in force.
public final class PolicyReader {
    private static final int MAX_VALUES = 200_000;
    private static final int MAX_YEARS = 100;
    private static final int MAX_BLOCKS = 1_000;
    private static final int MAX_BLOCK_DAYS = 3_660;
    private static final Set<String> KEYS =
            Set.of(
                    "version",
                    "assigned",
                    "calendar",
                    "tier",
                    "clocks",
                    "steps",
                    "escalations",
                    "segregation",
                    "identities",
                    "references",
                    "repeated_blocks",
                    "retention");

    private PolicyReader() {}

    /// Reads a policy.
    ///
    /// @param json the file's bytes; at most {@link SmallFile#LIMIT}
    public static PolicyReading read(byte[] json) {
        if (json.length > SmallFile.LIMIT) {
            String expected = "at most " + SmallFile.LIMIT + " bytes";
            return invalid(1, Kind.TOO_LARGE, "", expected);
        }
        JsonReader reader = new JsonReader(MAX_VALUES);
        JsonProblem problem = reader.read(json, 0, json.length);
        if (problem != null) {
            int line = PolicyText.line(PolicyText.lineStarts(json), problem.at());
            return invalid(line, Kind.NOT_JSON, problem.kind().name(), "");
        }
        PolicyText text = new PolicyText(reader.tape());
        Policy policy = policy(new Place(text, 0, ""), CanonicalDigest.sha256(reader.tape()));
        List<PolicyProblem> problems = text.problems();
        return problems.isEmpty() ? new Valid(policy) : new Invalid(problems);
    }

    /// Reads a calendar that {@link PolicyWriter#writeCalendar} wrote; null if it is none.
    public static @Nullable BusinessCalendar calendar(byte[] json) {
        JsonReader reader = new JsonReader(MAX_VALUES);
        if (reader.read(json, 0, json.length) != null) {
            return null;
        }
        PolicyText text = new PolicyText(reader.tape());
        BusinessCalendar calendar = CalendarReader.read(new Place(text, 0, ""));
        return text.problems().isEmpty() ? calendar : null;
    }

    private static PolicyReading invalid(int line, Kind kind, String found, String expected) {
        return new Invalid(List.of(new PolicyProblem("", line, kind, found, expected)));
    }

    private static Policy policy(Place root, String sha256) {
        Members members = root.members(KEYS, Set.of("$schema", "bundles", "resume"));
        members.read("$schema", "", Place::words);
        Members tier = sub(members, "tier", Set.of("path", "emergency"));
        Members blocks = sub(members, "repeated_blocks", Set.of("count", "days"));
        Members retention = sub(members, "retention", Set.of("years"));
        return new Policy(
                members.words("version"),
                sha256,
                assignment(members.get("assigned")),
                members.read("calendar", NO_CALENDAR, CalendarReader::read),
                tier.read("path", "", PolicyReader::pointer),
                tier.words("emergency"),
                members.read("clocks", Map.of(), ClocksReader::clocks),
                members.read("steps", List.of(), RulesReader::steps),
                members.read("escalations", Map.of(), ClocksReader::escalations),
                members.read("segregation", new Segregation(true), PolicyReader::segregation),
                identities(members.get("identities")),
                members.read("references", NO_REFERENCES, RulesReader::references),
                blocks.integer("count", 1, MAX_BLOCKS),
                blocks.integer("days", 1, MAX_BLOCK_DAYS),
                retention.integer("years", 1, MAX_YEARS),
                members.read("resume", List.of(), ResumeReader::rules),
                members.read("bundles", BundleRule.DEFAULT, PolicyReader::bundles));
    }

    private static BundleRule bundles(Place place) {
        Members members = place.members(Set.of(), Set.of("files", "depth", "gibibytes", "ratio"));
        BundleRule usual = BundleRule.DEFAULT;
        return new BundleRule(
                members.read("files", usual.files(), p -> p.integer(1, BundleRule.MOST_FILES)),
                members.read("depth", usual.depth(), p -> p.integer(1, BundleRule.MOST_DEPTH)),
                members.read(
                        "gibibytes",
                        usual.gibibytes(),
                        p -> p.integer(1, BundleRule.MOST_GIBIBYTES)),
                members.read("ratio", usual.ratio(), p -> p.integer(1, BundleRule.MOST_RATIO)));
    }

    private static final BusinessCalendar NO_CALENDAR =
            new BusinessCalendar(ZoneOffset.UTC, Map.of(), Map.of());
    private static final References NO_REFERENCES = new References(Map.of(), Set.of());

    private static Members sub(Members members, String key, Set<String> keys) {
        return members.read(
                key,
                new Members(members.object(), Map.of()),
                place -> place.members(keys, Set.of()));
    }

    private static @Nullable Assignment assignment(@Nullable Place place) {
        if (place == null || place.isNull()) {
            return null;
        }
        Members members = place.members(Set.of("by", "on"), Set.of());
        Place on = members.get("on");
        LocalDate date = on == null ? null : CalendarReader.date(on);
        return new Assignment(members.words("by"), date == null ? LocalDate.EPOCH : date);
    }

    private static String pointer(Place place) {
        String pointer =
                place.parsed(
                        "a JSON pointer such as /change_type",
                        text -> isPointer(text) ? text : null);
        return pointer == null ? "" : pointer;
    }

    /// Read by hand: a pattern costs a short command more than its work.
    private static boolean isPointer(String text) {
        for (int at = text.indexOf('~'); at >= 0; at = text.indexOf('~', at + 1)) {
            if (!text.startsWith("0", at + 1) && !text.startsWith("1", at + 1)) {
                return false;
            }
        }
        return text.startsWith("/");
    }

    private static Segregation segregation(Place place) {
        Members members = place.members(Set.of("approver_is_not_reviewer"), Set.of());
        return new Segregation(members.read("approver_is_not_reviewer", true, Place::yesOrNo));
    }

    private static @Nullable List<Identity> identities(@Nullable Place place) {
        return place == null ? null : RulesReader.identities(place);
    }
}
