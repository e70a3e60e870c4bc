// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import javafx.collections.ObservableListBase;

import org.jspecify.annotations.Nullable;

/// The numbers from 0 up to how many records are known, without holding any of them.
final class RecordItems extends ObservableListBase<Long> {
    private int size;

    /// There are this many now, and never fewer.
    void grow(long records) {
        int now = (int) Math.min(Integer.MAX_VALUE - 8, records);
        if (now > size) {
            int before = size;
            beginChange();
            size = now;
            nextAdd(before, now);
            endChange();
        }
    }

    @Override
    public Long get(int index) {
        return (long) index;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int indexOf(@Nullable Object item) {
        return item instanceof Long record && record >= 0 && record < size ? record.intValue() : -1;
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return indexOf(item) >= 0;
    }
}
