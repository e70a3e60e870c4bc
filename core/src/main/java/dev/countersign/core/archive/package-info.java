// SPDX-License-Identifier: Apache-2.0
/** Opens, extracts and writes zips, tars and folders of evidence, and refuses hostile ones. */
@NullMarked
package dev.countersign.core.archive;

import org.jspecify.annotations.NullMarked;
