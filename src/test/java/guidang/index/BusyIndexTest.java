package guidang.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import guidang.archive.Entry;

import static guidang.index.Made.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Many readers, and queries of strangers. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BusyIndexTest {
    @TempDir
    Path folder;

    private static Entry version(String path, int number) {
        return page(path, "报告").section("第" + number + "版", "版本数字是 v" + number + " 苹果", "苹果第二句")
                .section("尾", "版本数字是 v" + number + " 苹果").entry();
    }

    @Test
    void every_reader_sees_one_commit_whole() throws Exception {
        try (ArchiveIndex index = Shelf.open(folder, version("a.md", 0), version("b.md", 0));
                var threads = Executors.newFixedThreadPool(3)) {
            var over = new AtomicBoolean();
            Callable<Integer> reading = () -> {
                int searches = 0;
                while (!over.get()) {
                    List<Hits.Hit> hits = index.search(Made.words("苹果"), 10).hits();
                    assertEquals(4, hits.size());
                    assertEquals(1, hits.stream().map(hit -> hit.entry().sections().getFirst().heading()).distinct()
                            .count(), "one commit at a time");
                    assertEquals(2, index.facts().entries());
                    searches++;
                }
                return searches;
            };
            var readers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(reading));
            }
            for (int number = 1; number <= 15; number++) {
                Shelf.put(index, version("a.md", number), version("b.md", number));
            }
            over.set(true);
            for (Future<Integer> reader : readers) {
                assertTrue(reader.get() > 0);
            }
        }
    }

    @Test
    void an_update_takes_entries_from_many_threads_and_the_next_waits_for_it() throws Exception {
        try (ArchiveIndex index = ArchiveIndex.open(folder, Aliases.none());
                var threads = Executors.newFixedThreadPool(4)) {
            ArchiveIndex.Update first = index.update();
            Future<?> second = threads.submit(() -> {
                try (ArchiveIndex.Update update = index.update()) {
                    update.put(version("last.md", 1));
                    update.commit();
                }
                return true;
            });
            var puts = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 40; i++) {
                String path = i + ".md";
                puts.add(() -> {
                    first.put(version(path, 1));
                    return true;
                });
            }
            try (first) {
                for (Callable<Boolean> put : puts) {
                    assertTrue(threads.submit(put).get());
                }
                first.commit();
            }
            second.get();
            assertEquals(41, index.facts().entries());
        }
    }

    static List<String> hostile() {
        var random = new Random(2);
        var anything = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            anything.append((char) random.nextInt(0x10000));
        }
        return List.of("苹".repeat(10_000), "苹果版本数字".repeat(1_700), "a".repeat(10_000), "苹 ".repeat(5_000),
                "😀".repeat(5_000),
                "(".repeat(10_000), "\"".repeat(10_000), "*".repeat(10_000), "?*~^[]{}()!:\\/+-&&||",
                "v1 ".repeat(3_300),
                "a.b-c_d+".repeat(1_250), "\ud800".repeat(10_000), "\u0000\u0000苹果\u0000", "zhuang".repeat(1_600),
                "a'".repeat(5_000), "\u202e果苹\u202c", "的了是", " ", anything.toString(), "𠮷".repeat(5_000), "果");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_queries_end_soon(String typed) throws IOException {
        try (ArchiveIndex index = Shelf.open(folder, Shelf.aliases("苹果", "apple"), version("a.md", 1))) {
            long start = System.nanoTime();
            for (List<String> words : List.of(List.of(typed), List.of(typed.split(" ", 50)))) {
                index.search(Made.phrases(words, List.of(), List.of()), 10);
                index.search(Made.phrases(List.of(), words, List.of()), 10);
                index.search(Made.phrases(List.of("苹果"), List.of(), words), 10);
                index.search(Made.filtered(List.of("苹果"), words, words, words, words), 10);
                index.didYouMean(Made.phrases(words, List.of(), List.of()), 5);
            }
            index.named(typed);
            index.completions(typed, 5);
            index.tagged(typed);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            assertTrue(millis < 10_000, millis + " ms");
        }
    }

    @Test
    void hostile_entries_are_indexed() throws IOException {
        String longest = "長".repeat(40_000);
        Entry odd = page("x/" + longest.substring(0, 200) + ".md", longest).tags(longest, "", "\u0000")
                .section("\u0000", "\u0000\ud800 苹果 \u0000", longest).section(longest, "x".repeat(40_000)).entry();
        try (ArchiveIndex index = Shelf.open(folder, odd)) {
            assertEquals(1, index.search(Made.words("苹果"), 5).hits().size());
            assertEquals(1, index.named(longest).size());
            assertEquals(1, index.tagged(longest).size());
        }
    }
}
