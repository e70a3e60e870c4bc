// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A long record with one part changed. */
public final class Changed {
    private Changed() {}

    /** The same record, but for one component, which it must have. */
    public static <R extends Record> R with(R record, String part, @Nullable Object value) {
        RecordComponent[] parts = record.getClass().getRecordComponents();
        Object[] values = new Object[parts.length];
        boolean found = false;
        try {
            for (int i = 0; i < parts.length; i++) {
                boolean meant = parts[i].getName().equals(part);
                found |= meant;
                values[i] = meant ? value : parts[i].getAccessor().invoke(record);
            }
            if (!found) {
                throw new IllegalArgumentException(record.getClass() + " has no " + part);
            }
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked") // a record's class is its own
            Class<R> type = (Class<R>) record.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
