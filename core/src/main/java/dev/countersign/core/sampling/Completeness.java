// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the population of a period is all there was.
///
/// @param source what another system lists; null if nobody asked one
/// @param withoutRun what the source lists, and no run is about
/// @param elsewhere what the source lists, and only a run of another period is about
/// @param withoutSource runs of the period that the source does not list
/// @param gaps numbers left out between the lowest and the highest of their kind: no run of any
///   period has them, and no source
/// @param vanished runs of the period that were seen and are not there any more
/// @param unplaced runs that may belong to the period as well as to another
public record Completeness(
        @Nullable SourceList source,
        List<String> withoutRun,
        List<String> elsewhere,
        List<String> withoutSource,
        List<String> gaps,
        List<String> vanished,
        List<Unplaced> unplaced) {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,18})", Pattern.DOTALL);

    /// More are not listed: such numbers do not count anything.
    private static final int MOST_GAPS = 1_000;

    public Completeness {
        withoutRun = List.copyOf(withoutRun);
        elsewhere = List.copyOf(elsewhere);
        withoutSource = List.copyOf(withoutSource);
        gaps = List.copyOf(gaps);
        vanished = List.copyOf(vanished);
        unplaced = List.copyOf(unplaced);
    }

    /// A run, and what it is about.
    ///
    /// @param runId its id
    /// @param subjectId the id in its payload; empty if it has none
    /// @param inPeriod whether it belongs to the population
    public record Known(String runId, String subjectId, boolean inPeriod) {}

    /// Holds runs against a source.
    ///
    /// @param runs all that are known, of any period
    /// @param vanished run ids
    public static Completeness of(
            @Nullable SourceList source,
            Collection<Known> runs,
            Collection<String> vanished,
            List<Unplaced> unplaced) {
        Set<String> inside = new HashSet<>();
        Set<String> anywhere = new HashSet<>();
        SortedSet<String> about = new TreeSet<>();
        for (Known run : runs) {
            anywhere.add(run.runId());
            anywhere.add(run.subjectId());
            if (run.inPeriod()) {
                inside.add(run.runId());
                inside.add(run.subjectId());
                about.add(run.subjectId());
            }
        }
        List<String> missing = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        if (source != null) {
            about.addAll(source.ids());
            for (String id : source.ids()) {
                if (!inside.contains(id)) {
                    (anywhere.contains(id) ? elsewhere : missing).add(id);
                }
            }
        }
        return new Completeness(
                source == null ? null : source.repeating(twice(source, runs)),
                missing,
                elsewhere,
                source == null ? List.of() : unlisted(source, runs),
                gaps(about).stream().filter(number -> !anywhere.contains(number)).toList(),
                new TreeSet<>(vanished).stream().toList(),
                unplaced);
    }

    /// Runs that the source lists by their own id, and by that of what they are about.
    private static List<String> twice(SourceList source, Collection<Known> runs) {
        Set<String> listed = new HashSet<>(source.ids());
        return runs.stream()
                .filter(run -> !run.runId().equals(run.subjectId()))
                .filter(run -> listed.contains(run.runId()) && listed.contains(run.subjectId()))
                .map(Known::runId)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> unlisted(SourceList source, Collection<Known> runs) {
        Set<String> listed = new HashSet<>(source.ids());
        return runs.stream()
                .filter(run -> run.inPeriod())
                .filter(run -> !listed.contains(run.runId()) && !listed.contains(run.subjectId()))
                .map(Known::runId)
                .distinct()
                .sorted()
                .toList();
    }

    /// `CHG-7, CHG-9` leave out `CHG-8`. Numbers of one form belong together: the same words before
    /// them, and as many digits where they begin with a zero.
    private static List<String> gaps(Collection<String> ids) {
        Map<String, TreeSet<BigInteger>> kinds = new TreeMap<>();
        Map<String, String> forms = new HashMap<>();
        for (String id : ids) {
            Matcher matcher = NUMBERED.matcher(id);
            if (matcher.matches()) {
                String digits = matcher.group(2);
                boolean padded = digits.startsWith("0") && digits.length() > 1;
                String kind = matcher.group(1) + (padded ? "\0" + digits.length() : "");
                forms.put(kind, matcher.group(1));
                kinds.computeIfAbsent(kind, _ -> new TreeSet<>()).add(new BigInteger(digits));
            }
        }
        List<String> gaps = new ArrayList<>();
        kinds.forEach((kind, numbers) -> between(kind, forms.get(kind), numbers, gaps));
        return gaps;
    }

    private static void between(
            String kind, @Nullable String words, TreeSet<BigInteger> numbers, List<String> gaps) {
        int split = kind.indexOf('\0');
        int width = split < 0 ? 0 : Integer.parseInt(kind.substring(split + 1));
        BigInteger last = numbers.first();
        for (BigInteger number : numbers) {
            BigInteger next = last.add(BigInteger.ONE);
            while (next.compareTo(number) < 0 && gaps.size() < MOST_GAPS) {
                String digits = next.toString();
                gaps.add(words + "0".repeat(Math.max(0, width - digits.length())) + digits);
                next = next.add(BigInteger.ONE);
            }
            last = number;
        }
    }

    /// Whether something is missing, or too much. Where another system says which numbers there
    /// are, one that it does not have either is no more than a hint.
    public boolean negative() {
        return !withoutRun.isEmpty()
                || !elsewhere.isEmpty()
                || !withoutSource.isEmpty()
                || !vanished.isEmpty()
                || !unplaced.isEmpty()
                || (source == null ? !gaps.isEmpty() : !source.repeated().isEmpty());
    }

    /// Whether another system's list shows that nothing is missing. Without one, nothing can.
    public boolean proven() {
        return source != null && !negative();
    }
}
