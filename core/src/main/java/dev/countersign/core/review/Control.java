// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import java.util.List;

/// One control of the register: what an auditor must know to judge a result.
///
/// @param id as claims and findings name it
/// @param title in a few words
/// @param objective what it is for
/// @param procedure how it is tested
/// @param evidence what the test rests on
/// @param deficiency when it is deficient, one criterion each
public record Control(
        String id,
        String title,
        String objective,
        String procedure,
        String evidence,
        List<String> deficiency) {
    public Control {
        deficiency = List.copyOf(deficiency);
    }
}
