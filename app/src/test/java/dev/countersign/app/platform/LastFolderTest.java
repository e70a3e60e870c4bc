// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

class LastFolderTest {
    private static final File CHOSEN = new File("/srv/runs/audit.jsonl");
    private static final String ANYWHERE = "anywhere";

    private final List<String> opened = new ArrayList<>();

    @AutoClose
    private final ExecutorService looks =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());

    private LastFolder after(Predicate<File> there, Duration patience) {
        var last = new LastFolder(there, looks, patience);
        last.remember(CHOSEN);
        return last;
    }

    private void ask(LastFolder last) {
        assertThat(
                        last.ask(folder -> {
                            opened.add(folder == null ? ANYWHERE : folder.getPath());
                            return CHOSEN;
                        }))
                .isEqualTo(CHOSEN);
    }

    @Test
    void theDialogOpensWhereTheLastChoiceWasMade() {
        ask(after(folder -> true, Duration.ofMinutes(1)));
        assertThat(opened).containsExactly("/srv/runs");
    }

    @Test
    void aDriveThatDoesNotAnswerIsNotWaitedFor() {
        var asleep = new CountDownLatch(1);
        Predicate<File> never =
                folder -> {
                    try {
                        asleep.await();
                        return true;
                    } catch (InterruptedException e) {
                        return false;
                    }
                };
        ask(after(never, Duration.ofMillis(1)));
        assertThat(opened).containsExactly(ANYWHERE);
        asleep.countDown();
    }

    @Test
    void theLookIsNotTheScreens() {
        Thread screen = Thread.currentThread();
        Predicate<File> elsewhere = folder -> Thread.currentThread() != screen;
        ask(after(elsewhere, Duration.ofMinutes(1)));
        assertThat(opened).containsExactly("/srv/runs");
    }

    @Test
    void aFolderThatIsGoneIsLeftOut() {
        ask(after(folder -> false, Duration.ofMinutes(1)));
        assertThat(opened).containsExactly(ANYWHERE);
    }

    @Test
    void aFolderThatGoesInBetweenIsLeftOut() {
        File chosen =
                after(folder -> true, Duration.ofMinutes(1))
                        .ask(folder -> {
                            if (folder != null) {
                                throw new IllegalArgumentException("Folder parameter");
                            }
                            return CHOSEN;
                        });
        assertThat(chosen).isEqualTo(CHOSEN);
    }
}
