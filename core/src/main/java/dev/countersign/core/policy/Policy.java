// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What the owners decided. Immutable; made by reading a file or from the built-in default.
///
/// @param version as its owners call it
/// @param sha256 of its canonical text, profile A: the same policy has the same
/// @param assignment which owner confirmed it; null: it is marked "default, not assigned"
/// @param calendar when the owner's desk is open
/// @param tierPath JSON pointer into the payload, e.g. `/change_type`
/// @param emergencyValue what it says for an emergency, in any case
/// @param clocks by kind
/// @param steps what steps mean, the most specific first
/// @param escalations whom a finding goes to, by severity 1 to 4
/// @param segregation who may not be whom
/// @param identities whom the policy knows; null where it has no list
/// @param references what the deterministic rules look up
/// @param repeatedBlocks so many blocks of one author within {@link #repeatedBlocksDays()} are
///   SEV-2
/// @param repeatedBlocksDays see there
/// @param retentionYears how long evidence is kept, from creation
/// @param resume how runs are resumed after a decision; none where nobody named a command
/// @param bundles how much an archive may cost
public record Policy(
        String version,
        String sha256,
        @Nullable Assignment assignment,
        BusinessCalendar calendar,
        String tierPath,
        String emergencyValue,
        Map<ClockKind, ClockRule> clocks,
        List<StepRule> steps,
        Map<Integer, Escalation> escalations,
        Segregation segregation,
        @Nullable List<Identity> identities,
        References references,
        int repeatedBlocks,
        int repeatedBlocksDays,
        int retentionYears,
        List<ResumeRule> resume,
        BundleRule bundles) {
    public Policy {
        clocks = Map.copyOf(clocks);
        steps = List.copyOf(steps);
        escalations = Map.copyOf(escalations);
        resume = List.copyOf(resume);
        identities = identities == null ? null : List.copyOf(identities);
    }

    /// An owner's word that this policy holds.
    ///
    /// @param by who
    /// @param on the day it was given
    public record Assignment(String by, LocalDate on) {}

    /// Where findings of a severity go (PRODUCT, "Severity and escalation").
    ///
    /// @param to the roles that hear of it
    /// @param when how soon, in the owner's words
    public record Escalation(List<String> to, String when) {
        public Escalation {
            to = List.copyOf(to);
        }
    }

    /// Whether an owner confirmed it.
    public boolean assigned() {
        return assignment != null;
    }

    /// The same with another calendar, under another version; confirmed by nobody, and not hashed
    /// until it is written and read.
    public Policy with(BusinessCalendar other, String otherVersion) {
        return new Policy(
                otherVersion,
                "",
                null,
                other,
                tierPath,
                emergencyValue,
                clocks,
                steps,
                escalations,
                segregation,
                identities,
                references,
                repeatedBlocks,
                repeatedBlocksDays,
                retentionYears,
                resume,
                bundles);
    }

    /// Where findings of a severity, 1 to 4, go.
    public Escalation escalation(int severity) {
        Escalation escalation = escalations.get(severity);
        if (escalation == null) {
            throw new IllegalStateException(
                    "a policy has every severity; this one lacks " + severity);
        }
        return escalation;
    }

    /// Whom the policy means by an id; null if it does not know them, or has no list.
    public @Nullable Identity identity(String id) {
        for (Identity identity : identities == null ? List.<Identity>of() : identities) {
            if (Identity.same(identity.id(), id)) {
                return identity;
            }
        }
        return null;
    }

    /// What a step means.
    public StepRule step(String workflow, String step) {
        for (StepRule rule : steps) {
            // the step first: it tells more of them apart
            if ((rule.step().equals(step) || rule.step().equals("*"))
                    && rule.workflow().equals(workflow)) {
                return rule;
            }
        }
        return new StepRule(workflow, step, StepRule.Kind.WORK, "", "");
    }

    /// The command that resumes the runs of a workflow; null if none is named.
    public @Nullable ResumeRule resume(@Nullable String workflow) {
        for (ResumeRule rule : resume) {
            if (rule.workflow().equals(workflow)) {
                return rule;
            }
        }
        return null;
    }

    /// The approval key that a step waits for; empty if policy knows none.
    public String key(String workflow, String step) {
        return step(workflow, step).key().replace(StepRule.STEP, step);
    }

    /// The rule of the step that waits for an approval key; null if policy knows no such step.
    public @Nullable StepRule waiting(String workflow, String key) {
        for (StepRule rule : steps) {
            String step = rule.workflow().equals(workflow) ? rule.waiting(key) : null;
            if (step != null && key(workflow, step).equals(key)) {
                return step(workflow, step);
            }
        }
        return null;
    }

    /// The targets of a clock.
    public ClockRule clock(ClockKind kind) {
        ClockRule rule = clocks.get(kind);
        if (rule == null) {
            throw new IllegalStateException("a policy has every clock; this one lacks " + kind);
        }
        return rule;
    }
}
