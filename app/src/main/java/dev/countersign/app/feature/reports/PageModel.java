// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.preview.PageImage;
import dev.countersign.app.preview.PdfPages;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/// Draws the page that is looked at, away from the screen.
public final class PageModel {
    /// Until somebody says how wide.
    private static final int USUAL = 800;

    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<PageState> state =
            new ReadOnlyObjectWrapper<>(PageState.NONE);
    private @Nullable PdfPages pages;
    private int width = USUAL;
    private int asked;

    PageModel(Jobs jobs) {
        this.jobs = jobs;
    }

    /// The page that is shown.
    public ReadOnlyObjectProperty<PageState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Shows other pages, from the first one; null for none.
    void show(@Nullable PdfPages others) {
        pages = others;
        asked++;
        state.set(others == null ? PageState.NONE : new PageState(0, others.count(), null, ""));
        draw();
    }

    /// Says how wide pages are looked at.
    ///
    /// @param pixels of the screen
    public void wide(int pixels) {
        if (pixels > 0 && pixels != width) {
            width = pixels;
            draw();
        }
    }

    /// Goes to a page; the first or the last if there is none so far.
    public void go(int index) {
        PageState now = state.get();
        int to = Math.clamp(index, 0, Math.max(0, now.count() - 1));
        if (to != now.index()) {
            state.set(new PageState(to, now.count(), now.image(), ""));
            draw();
        }
    }

    private void draw() {
        PdfPages drawn = pages;
        if (drawn == null) {
            return;
        }
        int mine = ++asked;
        int index = state.get().index();
        int wanted = width;
        jobs.<PageImage>start(
                (progress, cancellation) -> drawn.draw(index, wanted),
                progress -> {},
                end -> {
                    if (mine == asked) {
                        drawn(end);
                    }
                });
    }

    private void drawn(JobEnd<PageImage> end) {
        PageState now = state.get();
        state.set(
                switch (end) {
                    case JobEnd.Done<PageImage>(PageImage image, _) ->
                            new PageState(now.index(), now.count(), image, "");
                    case JobEnd.Failed<PageImage>(String why) ->
                            new PageState(now.index(), now.count(), null, why);
                });
    }
}
