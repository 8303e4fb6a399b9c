package guidang.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.archive.EntryPath;
import guidang.change.Origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CheckoutTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_that_git_does_not_know_is_no_checkout() throws Exception {
        assertTrue(Checkout.of(folder).isEmpty());
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            commit(git, "a.md", "甲", "张三");
        }
        Path inside = Files.createDirectory(folder.resolve("notes"));
        Files.writeString(inside.resolve("x.md"), "x");
        assertTrue(Checkout.of(inside).isEmpty());
    }

    @Test
    void each_file_is_told_by_whoever_committed_it_last() throws Exception {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            String first = commit(git, "archive/a.md", "甲", "张三");
            String second = commit(git, "archive/b.md", "乙", "李四");
            String third = commit(git, "archive/a.md", "甲二", "王五");
            commit(git, "README.md", "x", "赵六");
            git.rm().addFilepattern("archive/b.md").call();
            String last = git.commit().setMessage("rm").setAuthor("周\n七", "z@example.org").call().getName();
            try (Checkout checkout = Checkout.of(folder.resolve("archive")).orElseThrow()) {
                EntryPath a = new EntryPath("a.md");
                EntryPath b = new EntryPath("b.md");
                Map<EntryPath, Origin> origins = checkout.origins(List.of(a, b), first);
                Origin ofA = origins.getOrDefault(a, Origin.noticed(Instant.EPOCH));
                assertEquals("王五", ofA.author());
                assertEquals(third, ofA.commit());
                assertEquals("周七", origins.getOrDefault(b, Origin.noticed(Instant.EPOCH)).author());
                assertEquals(last, checkout.head().orElseThrow());
                assertEquals(1, checkout.origins(List.of(a, b), third).size(), "what came before is not looked at");
                Files.writeString(folder.resolve("archive/a.md"), "not committed");
                assertFalse(checkout.origins(List.of(a), second).containsKey(a));
                Files.writeString(folder.resolve("archive/a.md"), "甲二");
                assertTrue(checkout.origins(List.of(a), "").containsKey(a));
            }
        }
    }

    @Test
    void git_at_work_is_seen() throws Exception {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            commit(git, "a.md", "甲", "张三");
            try (Checkout checkout = Checkout.of(folder).orElseThrow()) {
                assertFalse(checkout.isAtWork());
                Files.createFile(folder.resolve(".git/index.lock"));
                assertTrue(checkout.isAtWork());
                Files.delete(folder.resolve(".git/index.lock"));
                Files.createDirectory(folder.resolve(".git/rebase-merge"));
                assertTrue(checkout.isAtWork());
            }
        }
    }

    @Test
    void only_what_is_ahead_is_pulled() throws Exception {
        Path origin = Files.createDirectory(folder.resolve("origin"));
        Path copy = folder.resolve("copy");
        try (Git theirs = Git.init().setDirectory(origin.toFile()).call()) {
            commit(theirs, "a.md", "甲", "张三");
            Git.cloneRepository().setURI(origin.toUri().toString()).setDirectory(copy.toFile()).call().close();
            try (Checkout checkout = Checkout.of(copy).orElseThrow(); Git ours = Git.open(copy.toFile())) {
                assertEquals(Pull.UP_TO_DATE, checkout.pull());
                commit(theirs, "a.md", "甲二", "张三");
                assertEquals(Pull.MOVED, checkout.pull());
                assertEquals("甲二", Files.readString(copy.resolve("a.md")));

                commit(theirs, "a.md", "甲三", "张三");
                Files.writeString(copy.resolve("a.md"), "mine");
                assertEquals(Pull.LOCAL_EDITS, checkout.pull());
                assertEquals("mine", Files.readString(copy.resolve("a.md")));

                Files.writeString(copy.resolve("a.md"), "甲二");
                commit(ours, "b.md", "乙", "李四");
                assertEquals(Pull.DIVERGED, checkout.pull());

                ours.getRepository().getConfig().setString("remote", "origin", "url", "http://127.0.0.1:1/x");
                ours.getRepository().getConfig().save();
                assertEquals(Pull.REMOTE_NOT_ALLOWED, checkout.pull());
                ours.getRepository().getConfig().setString("remote", "origin", "url", "https://127.0.0.1:1/x");
                ours.getRepository().getConfig().save();
                assertEquals(Pull.UNREACHABLE, checkout.pull());
                ours.checkout().setName(checkout.head().orElseThrow()).call();
                assertEquals(Pull.NO_UPSTREAM, checkout.pull());
            }
        }
    }

    @Test
    void a_remote_is_reached_over_https_ssh_or_a_path() throws Exception {
        for (String allowed : List.of("https://example.org/x.git", "ssh://git@example.org/x", "git@example.org:x.git",
                "/srv/x.git", "file:///srv/x.git")) {
            assertTrue(Puller.isAllowed(new URIish(allowed)), allowed);
        }
        for (String other : List.of("http://example.org/x.git", "git://example.org/x", "ftp://example.org/x",
                "amazon-s3://x/y")) {
            assertFalse(Puller.isAllowed(new URIish(other)), other);
        }
    }

    private static String commit(Git git, String path, String text, String author) throws Exception {
        Path file = git.getRepository().getWorkTree().toPath().resolve(path);
        write(file, text);
        git.add().addFilepattern(path).call();
        return git.commit().setMessage("edit").setSign(false)
                .setAuthor(new PersonIdent(author, "someone@example.org"))
                .setCommitter(new PersonIdent("同一人", "someone@example.org")).call().getName();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
