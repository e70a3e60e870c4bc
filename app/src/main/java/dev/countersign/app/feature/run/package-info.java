// SPDX-License-Identifier: Apache-2.0
/// The run screen: everything to decide on one run, on one page.
@NullMarked
package dev.countersign.app.feature.run;

import org.jspecify.annotations.NullMarked;
