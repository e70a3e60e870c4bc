// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// Whoever lends threads is never asked for more of them than was said.
class AtMostTest {
    /// Threads that were asked for, and have not run yet.
    private final Deque<Runnable> asked = new ArrayDeque<>();

    private final List<String> done = new ArrayList<>();

    private Runnable task(String name) {
        return () -> done.add(name);
    }

    @Test
    void whatComesMeanwhileWaitsForAThreadThatIsFree() {
        AtMost two = new AtMost(asked::add, 2);
        List.of("a", "b", "c", "d").forEach(name -> two.execute(task(name)));
        assertThat(asked).hasSize(2);
        asked.remove().run();
        assertThat(done).containsExactly("a", "c", "d");
        asked.remove().run();
        assertThat(done).containsExactly("a", "c", "d", "b");
        two.execute(task("e"));
        two.execute(task("f"));
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatATaskAsksForComesAfterIt() {
        AtMost one = new AtMost(Runnable::run, 1);
        one.execute(() -> {
            one.execute(task("inner"));
            done.add("outer");
        });
        assertThat(done).containsExactly("outer", "inner");
    }

    @Test
    void ofNoThreadNothingIsAsked() {
        new AtMost(asked::add, 0).execute(task("a"));
        assertThat(asked).isEmpty();
        assertThat(done).isEmpty();
    }

    @Test
    void oneMoreTakesWhatWaits() {
        AtMost one = new AtMost(asked::add, 1);
        List.of("a", "b").forEach(name -> one.execute(task(name)));
        assertThat(asked).hasSize(1);
        one.more();
        assertThat(asked).hasSize(2);
        asked.removeLast().run();
        assertThat(done).containsExactly("b");
        one.execute(task("c"));
        assertThat(asked).hasSize(2);
        one.less();
        asked.forEach(Runnable::run);
        asked.clear();
        assertThat(done).containsExactly("b", "a", "c");
        List.of("d", "e").forEach(name -> one.execute(task(name)));
        assertThat(asked).hasSize(1);
    }

    @Test
    void oneMoreIsLentToWhoeverComesNext() {
        AtMost none = new AtMost(asked::add, 0);
        none.more();
        List.of("a", "b").forEach(name -> none.execute(task(name)));
        assertThat(asked).hasSize(1);
    }

    @Test
    void aTaskThatDiesGivesItsThreadBack() {
        AtMost one = new AtMost(asked::add, 1);
        Error death = new OutOfMemoryError("Java heap space");
        one.execute(() -> {
            throw death;
        });
        assertThatThrownBy(asked.remove()::run).isSameAs(death);
        one.execute(task("a"));
        asked.remove().run();
        assertThat(done).containsExactly("a");
    }

    @Test
    void oneThatIsNotLentIsAskedForAgain() {
        List<Boolean> refusals = new ArrayList<>(List.of(true));
        Executor once =
                thread -> {
                    if (!refusals.isEmpty()) {
                        refusals.clear();
                        throw new RejectedExecutionException("closing");
                    }
                    thread.run();
                };
        AtMost one = new AtMost(once, 1);
        assertThatThrownBy(() -> one.execute(task("a")))
                .isInstanceOf(RejectedExecutionException.class);
        one.execute(task("b"));
        assertThat(done).containsExactly("b");
    }
}
