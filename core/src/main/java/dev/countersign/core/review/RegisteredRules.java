// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import java.util.List;

/// Rules of ours: the producer applies the same, and our register has their controls.
interface RegisteredRules extends ControlRules {
    @Override
    default boolean recorded() {
        return true;
    }

    @Override
    default List<Control> controls() {
        return ControlRegister.ours(workflow());
    }
}
