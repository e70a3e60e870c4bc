// SPDX-License-Identifier: Apache-2.0

/** The rules of the house, as tests. What every module keeps is in {@code HouseRules}. */
package dev.countersign.core.architecture;
