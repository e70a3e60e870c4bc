// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is to be said of a run in each channel. A channel fails if any of its checks does; it is
/// verified only if at least one check that vouches for it was made and held.
///
/// @param checks every check, in the order of {@link Check.Kind}
/// @param additional stricter ones than the producer makes (FORMATS 5): shown, and never a
///   disagreement, so no channel hears of them
public record ChannelVerdicts(List<Check> checks, List<Check> additional) {
    public ChannelVerdicts {
        checks = List.copyOf(checks);
        additional = List.copyOf(additional);
    }

    /// Without additional ones.
    public ChannelVerdicts(List<Check> checks) {
        this(checks, List.of());
    }

    /// The same where nobody vouches for what the checks of a kind compared.
    public ChannelVerdicts unvouched(Check.Kind kind, Check.Why reason) {
        return new ChannelVerdicts(
                checks.stream()
                        .map(one -> one.kind() == kind ? LogGround.unchecked(kind, reason) : one)
                        .toList(),
                additional);
    }

    /// The outcome of a channel.
    public Outcome of(Channel channel) {
        Outcome outcome = Outcome.NOT_CHECKED;
        for (Check check : checks) {
            if (check.kind().channel() == channel) {
                if (check.outcome() == Outcome.FAILED) {
                    return Outcome.FAILED;
                }
                if (check.outcome() == Outcome.VERIFIED && check.kind().vouches()) {
                    outcome = Outcome.VERIFIED;
                }
            }
        }
        return outcome;
    }

    /// The outcome of every channel.
    public Map<Channel, Outcome> all() {
        Map<Channel, Outcome> all = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            all.put(channel, of(channel));
        }
        return all;
    }

    /// Whether a check of this kind failed.
    public boolean failed(Check.Kind kind) {
        for (Check check : checks) {
            if (check.kind() == kind && check.outcome() == Outcome.FAILED) {
                return true;
            }
        }
        return false;
    }

    /// Why the check of a kind says what it says.
    public Check.Why why(Check.Kind kind) {
        for (Check check : checks) {
            if (check.kind() == kind) {
                return check.why();
            }
        }
        return Check.Why.NOTHING_RECORDED;
    }

    /// Whether a channel failed.
    public boolean negative() {
        for (Check check : checks) {
            if (check.outcome() == Outcome.FAILED) {
                return true;
            }
        }
        return false;
    }
}
