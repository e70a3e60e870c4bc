// SPDX-License-Identifier: Apache-2.0
/// The sheets that find a key on a token, and make one for people who have none.
@NullMarked
package dev.countersign.app.feature.keys;

import org.jspecify.annotations.NullMarked;
