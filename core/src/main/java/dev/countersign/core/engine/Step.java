// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

/// One step of a workflow: what it finds out from what is there. It writes nothing itself; the
/// engine records what it returns. It may be performed again after a crash, so it has to give the
/// same for the same input.
public interface Step {
    /// Its name in the log; unique in its workflow.
    String name();

    /// Performs the step. A runtime exception counts as {@link StepResult.Status#RAISED}: a failing
    /// step never loses a run.
    StepResult perform(StepInput input);

    /// A step of a name and what it does.
    static Step of(String name, Performance performance) {
        return new Step() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public StepResult perform(StepInput input) {
                return performance.perform(input);
            }
        };
    }

    /// What a step does.
    @FunctionalInterface
    interface Performance {
        /// See {@link Step#perform}.
        StepResult perform(StepInput input);
    }
}
