// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.sign.ResumeViewModel;
import dev.countersign.app.feature.sign.SignActions;
import dev.countersign.app.feature.sign.SignTime;
import dev.countersign.app.feature.sign.SignView;
import dev.countersign.app.feature.sign.SignViewModel;
import dev.countersign.core.clock.OfficeHours;

import java.util.function.Supplier;

/// The sign sheet of one screen.
///
/// @param model what it shows
/// @param view lies over the screen
/// @param time what it knows of time
record SignSheet(SignViewModel model, SignView view, SignTime time) {
    /// @param hours in which clocks are read
    /// @param open opens what somebody points at
    static SignSheet of(
            WindowServices.Runs runs,
            WindowServices services,
            KeySheets keys,
            Supplier<OfficeHours> hours,
            Runnable open) {
        WindowServices.Signatures signatures = runs.signatures();
        var time =
                new SignTime(
                        runs.ticker().nowProperty(),
                        runs.viewer(),
                        (clock, now) -> hours.get().reading(clock, now));
        var resume =
                new ResumeViewModel(signatures.resumes(), services.jobs(), time.now()::getValue);
        var model =
                new SignViewModel(
                        signatures.desk(), resume, services.jobs(), signatures.memory(), time);
        var actions =
                new SignActions(
                        signatures.keys().files(),
                        keys::token,
                        keys::create,
                        signatures.files(),
                        open,
                        services.clipboard());
        return new SignSheet(model, new SignView(model, time, actions), time);
    }
}
