// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import com.sun.glass.ui.View;

import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.List;
import java.util.Objects;

/** Which window belongs to which, and which one waits for another. */
final class HeadlessWindows {
    private HeadlessWindows() {}

    static boolean blocked(View view) {
        Window me = view.getWindow() == null ? null : owner(view.getWindow());
        if (me == null) {
            return false;
        }
        for (Stage s : stages()) {
            if (s != me
                    && s.getModality() != Modality.NONE
                    && !isChildOf(me, s)
                    && (s.getModality() == Modality.APPLICATION_MODAL || isChildOf(s, me))) {
                return true;
            }
        }
        return false;
    }

    static boolean isChildOf(Window child, Window parent) {
        for (Window w = child;
                w != null;
                w =
                        w instanceof Stage st
                                ? st.getOwner()
                                : w instanceof javafx.stage.PopupWindow p
                                        ? p.getOwnerWindow()
                                        : null) {
            if (w == parent) {
                return true;
            }
        }
        return false;
    }

    /** The javafx window that a glass window belongs to. */
    static Window owner(com.sun.glass.ui.Window gw) {
        for (Window w : Window.getWindows()) {
            var peer = com.sun.javafx.stage.WindowHelper.getPeer(w);
            if (peer != null && Objects.equals(peer.getRawHandle(), gw.getRawHandle())) {
                return w;
            }
        }
        return null;
    }

    static List<Stage> stages() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .toList();
    }
}
