package guidang.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.change.Change.Kind;

/** Kinds of edit that people make to pages, each with the changes that it is, known from how it is made. */
final class Edits {
    private static final Pattern LINKED_NOTE = Pattern
            .compile("^\\[\\^([^\\]]+)]: [^\\[]*\\[[^\\[\\]]+]\\((https?://[^()\\s\"]+)\\)[^\\[]*$");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{12,}");

    /** One of the changes that an edit is: its kind, where, and a word of it. */
    record Expected(Kind kind, String path, String holds) {}

    /** An edit made: files to write (null: to delete), and what is to be found. */
    record Made(Map<String, String> files, List<Expected> expected) {}

    /** A page that may be edited: where it stands, its text, and what the archive reads from it. */
    record Page(String path, String text, Entry entry) {}

    /** Makes an edit of a page, if the page has what the edit needs. */
    @FunctionalInterface
    interface Edit {
        Optional<Made> of(Page page, Page other, Random random);
    }

    private interface Lines {
        Optional<List<Expected>> edit(PageText page, Page of, Random random);
    }

    private final Map<String, Edit> all = new LinkedHashMap<>();
    private int made;

    Edits() {
        entries();
        statements();
        sources();
        looks();
        moves();
    }

    Map<String, Edit> all() {
        return all;
    }

    private void lines(String name, Lines edit) {
        all.put(name, (page, other, random) -> {
            var text = new PageText(page.text());
            if (!text.isSimple() || !page.entry().published()) {
                return Optional.empty();
            }
            return edit.edit(text, page, random).filter(expected -> !text.text().equals(page.text()))
                    .map(expected -> new Made(Map.of(page.path(), text.text()), expected));
        });
    }

    private String fresh() {
        made++;
        return "第" + made + "号记录";
    }

    private String statement(Random random) {
        return (2015 + random.nextInt(7)) + "年" + (1 + random.nextInt(12)) + "月" + (1 + random.nextInt(28)) + "日，"
                + fresh() + PageText.one(List.of("中提到的仓库改由新的公司照看，原来的地址不再使用。", "所说的服务停止了三个小时，随后逐步恢复。",
                        "里的作者公布了完整的经过，并附上往来信件。"), random);
    }

    private static List<Expected> none() {
        return List.of();
    }

    private static List<Expected> one(Kind kind, Page page, String holds) {
        return List.of(new Expected(kind, page.path(), holds));
    }

    private void entries() {
        all.put("entry added", (page, other, random) -> {
            String path = folder(page.path()) + "page-" + ++made + ".md";
            String text = "---\ntitle: 新页" + made + "\npublished: true\neditor: markdown\n---\n\n## 经过\n\n"
                    + statement(random) + "\n\n" + statement(random) + "\n";
            return Optional.of(new Made(Map.of(path, text), List.of(new Expected(Kind.ENTRY_ADDED, path, ""))));
        });
        all.put("entry removed", (page, other, random) -> !page.entry().published()
                ? Optional.empty()
                : Optional.of(new Made(delete(page.path()), one(Kind.ENTRY_REMOVED, page, ""))));
        all.put("entry moved", (page, other, random) -> moved(page, page.text(), List.of()));
        all.put("entry moved and edited for looks", (page, other, random) -> moved(page,
                page.text().replace("\n", "\r\n"), List.of()));
        all.put("entry moved and corrected", (page, other, random) -> {
            var text = new PageText(page.text());
            Optional<String> word = text.isSimple() ? correct(text, random) : Optional.empty();
            return word.flatMap(is -> moved(page, text.text(), List.of(is)));
        });
        all.put("entry given another title", (page, other, random) -> {
            String changed = page.text().replaceFirst("(?m)^title: .*$", "title: 改名" + ++made);
            return changed.equals(page.text()) || !page.entry().published()
                    ? Optional.empty()
                    : Optional.of(new Made(Map.of(page.path(), changed), one(Kind.ENTRY_RENAMED, page, "")));
        });
        all.put("entry hidden", (page, other, random) -> published(page, false));
        all.put("entry published", (page, other, random) -> published(page, true));
    }

    private static Optional<Made> published(Page page, boolean published) {
        String changed = page.text().replaceFirst("(?m)^published: .*$", "published: " + published);
        return changed.equals(page.text()) || page.entry().published() == published
                ? Optional.empty()
                : Optional.of(new Made(Map.of(page.path(), changed),
                        one(published ? Kind.ENTRY_PUBLISHED : Kind.ENTRY_REMOVED, page, "")));
    }

    private Optional<Made> moved(Page page, String text, List<String> corrected) {
        // A page of a few words that are all corrected is another page.
        if (!page.entry().published() || (!corrected.isEmpty() && page.entry().events().count() < 3)) {
            return Optional.empty();
        }
        String path = "moved/" + ++made + "/" + page.path().substring(page.path().lastIndexOf('/') + 1);
        Map<String, String> files = delete(page.path());
        files.put(path, text);
        var expected = new ArrayList<Expected>();
        expected.add(new Expected(Kind.ENTRY_RENAMED, path, ""));
        corrected.forEach(word -> expected.add(new Expected(Kind.EVENT_CORRECTED, path, word)));
        return Optional.of(new Made(files, expected));
    }

    private static Map<String, String> delete(String path) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(path, "");
        return files;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static boolean isProse(String line) {
        return !line.contains("](") && !line.contains("://") && !line.contains("|");
    }

    /** Puts other words for some in the middle of a paragraph; gives one of them. */
    private Optional<String> correct(PageText page, Random random) {
        List<Integer> paragraphs = page.paragraphs(line -> isProse(line) && HAN.matcher(line).find());
        if (paragraphs.isEmpty()) {
            return Optional.empty();
        }
        int line = PageText.one(paragraphs, random);
        Matcher run = HAN.matcher(page.lines.get(line));
        run.find();
        int at = run.start() + 3 + random.nextInt(run.end() - run.start() - 6);
        String word = "改字" + (char) ('甲' + random.nextInt(3)) + made++ + "处";
        String text = page.lines.get(line);
        if (DIGIT_DATES.matcher(text.substring(Math.max(0, at - 3), Math.min(text.length(), at + 5))).find()) {
            return Optional.empty();
        }
        page.lines.set(line, text.substring(0, at) + word + text.substring(at + 2));
        return Optional.of(word);
    }

    private static final Pattern DIGIT_DATES = Pattern.compile("[年月日号时前后初底旬至到]");

    private void statements() {
        lines("statement added below", (page, of, random) -> {
            List<Integer> headings = page.matching(PageText.HEADING);
            if (headings.isEmpty()) {
                return Optional.empty();
            }
            int heading = PageText.one(headings, random);
            int end = page.endOfSection(heading);
            if (page.paragraphs(any -> true).stream().noneMatch(line -> line > heading && line < end)
                    || endsInLinks(page, heading, end)) {
                return Optional.empty();
            }
            String text = statement(random);
            page.lines.addAll(end, List.of("", text, ""));
            return Optional.of(one(Kind.EVENT_ADDED, of, text));
        });
        lines("statement added between", (page, of, random) -> {
            List<Integer> paragraphs = page.paragraphs(any -> true);
            if (paragraphs.isEmpty()) {
                return Optional.empty();
            }
            String text = statement(random);
            page.lines.addAll(PageText.one(paragraphs, random), List.of(text, ""));
            return Optional.of(one(Kind.EVENT_ADDED, of, text));
        });
        lines("statement with a source added", (page, of, random) -> {
            List<Integer> paragraphs = page.paragraphs(any -> true);
            if (paragraphs.isEmpty()) {
                return Optional.empty();
            }
            String text = statement(random);
            page.lines.addAll(PageText.one(paragraphs, random), List.of(text + "[^n" + made + "]", ""));
            page.lines.addAll(
                    List.of("", "[^n" + made + "]: [新闻" + made + " - 报](https://news.example.com/" + made + ")"));
            return Optional.of(one(Kind.EVENT_ADDED, of, text));
        });
        lines("statement removed", (page, of, random) -> {
            List<Integer> paragraphs = page.paragraphs(
                    line -> PageText.DATE.matcher(line).lookingAt() && isProse(line) && page.count(line) == 1);
            if (paragraphs.isEmpty()) {
                return Optional.empty();
            }
            int line = PageText.one(paragraphs, random);
            List<Event> events = of.entry().events().filter(event -> event.line() == line + 1).toList();
            page.lines.remove(line);
            return events.isEmpty()
                    ? Optional.empty()
                    : Optional.of(events.stream()
                            .map(event -> new Expected(Kind.EVENT_REMOVED, of.path(), event.text())).toList());
        });
        lines("words corrected", (page, of, random) -> correct(page, random)
                .map(word -> one(Kind.EVENT_CORRECTED, of, word)));
        date("day corrected", found -> found.group(1) + "年" + found.group(2) + "月"
                + (Integer.parseInt(found.group(3)) % 28 + 1) + "日");
        date("month corrected", found -> found.group(1) + "年" + (Integer.parseInt(found.group(2)) % 12 + 1) + "月"
                + Math.min(28, Integer.parseInt(found.group(3))) + "日");
        date("year corrected", found -> (Integer.parseInt(found.group(1)) - 1) + "年" + found.group(2) + "月"
                + Math.min(28, Integer.parseInt(found.group(3))) + "日");
        date("date made less precise", found -> found.group(1) + "年" + found.group(2) + "月");
        lines("sentence appended", (page, of, random) -> paragraph(page, random, line -> line.endsWith("。"), line -> {
            String text = "此事后来记在" + fresh() + "里。";
            page.lines.set(line, page.lines.get(line) + text);
            return one(Kind.EVENT_CORRECTED, of, text);
        }));
        lines("sentence taken out", (page, of, random) -> paragraph(page, random,
                line -> line.matches("[^。！？\\[]{20,}。[^。！？\\d\\[]{6,}。[^。！？\\d\\[]{6,}。"), line -> {
                    String text = page.lines.get(line);
                    int from = text.indexOf('。') + 1;
                    int to = text.indexOf('。', from) + 1;
                    page.lines.set(line, text.substring(0, from) + text.substring(to));
                    return one(Kind.EVENT_CORRECTED, of, "");
                }));
    }

    private interface At {
        List<Expected> edit(int line);
    }

    private static Optional<List<Expected>> paragraph(PageText page, Random random,
            java.util.function.Predicate<String> which, At edit) {
        List<Integer> paragraphs = page.paragraphs(line -> isProse(line) && which.test(line) && page.count(line) == 1);
        return paragraphs.isEmpty() ? Optional.empty() : Optional.of(edit.edit(PageText.one(paragraphs, random)));
    }

    private void date(String name, java.util.function.Function<Matcher, String> other) {
        lines(name, (page, of, random) -> paragraph(page, random, line -> PageText.DATE.matcher(line).lookingAt()
                && DIGIT_DATES.matcher(PageText.DATE.matcher(line).replaceFirst("")).results().count() < 3, line -> {
                    Matcher found = PageText.DATE.matcher(page.lines.get(line));
                    found.lookingAt();
                    String date = other.apply(found);
                    page.lines.set(line, date + page.lines.get(line).substring(found.end()));
                    return one(Kind.EVENT_CORRECTED, of, date);
                }));
    }

    private static boolean endsInLinks(PageText page, int heading, int end) {
        for (int i = end - 1; i > heading; i--) {
            String line = page.lines.get(i);
            if (!line.isBlank() && !line.startsWith("[^")) {
                return !page.paragraphs(any -> true).contains(i);
            }
        }
        return true;
    }

    private void sources() {
        lines("source added", (page, of, random) -> paragraph(page, random, line -> line.endsWith("。"), line -> {
            made++;
            page.lines.set(line, page.lines.get(line) + "[^n" + made + "]");
            page.lines.addAll(List.of("",
                    "[^n" + made + "]: 记者, 《[消息" + made + "](https://news.example.com/" + made + ")》, 报, 2021-03-04."));
            return one(Kind.CITATION_ADDED, of, "news.example.com/" + made);
        }));
        lines("source added below a section", (page, of, random) -> {
            List<Integer> headings = page.matching(PageText.HEADING).stream().filter(heading -> {
                int end = page.endOfSection(heading);
                return !endsInLinks(page, heading, end);
            }).toList();
            if (headings.isEmpty()) {
                return Optional.empty();
            }
            made++;
            page.lines.addAll(page.endOfSection(PageText.one(headings, random)),
                    List.of("", "- [消息" + made + " - 报](https://news.example.com/" + made + ")", ""));
            return Optional.of(one(Kind.CITATION_ADDED, of, "news.example.com/" + made));
        });
        lines("source removed", (page, of, random) -> note(page, random, (line, found) -> {
            page.lines.replaceAll(text -> text.startsWith("[^" + found.group(1) + "]:")
                    ? ""
                    : text.replace("[^" + found.group(1) + "]", ""));
            return one(Kind.CITATION_REMOVED, of, "");
        }));
        lines("copy added", (page, of, random) -> note(page, random, url -> !isCopy(url), (line, found) -> {
            String url = "https://web.archive.org/web/20220102030405/" + found.group(2);
            page.lines.set(line, page.lines.get(line).replace(found.group(2), url));
            return one(Kind.SNAPSHOT_ADDED, of, url);
        }));
        lines("copy removed", (page, of, random) -> note(page, random, url -> url.matches(WAYBACK + ".*"), (line,
                found) -> {
            page.lines.set(line, page.lines.get(line).replaceFirst(WAYBACK, ""));
            return one(Kind.SNAPSHOT_REMOVED, of, "");
        }));
        lines("copy replaced by a later one", (page, of, random) -> note(page, random,
                url -> url.matches(WAYBACK + ".*"), (line, found) -> {
                    page.lines.set(line, page.lines.get(line).replaceFirst(WAYBACK,
                            "https://web.archive.org/web/20220203040506/"));
                    return List.of(new Expected(Kind.SNAPSHOT_ADDED, of.path(), "20220203040506"),
                            new Expected(Kind.SNAPSHOT_REMOVED, of.path(), ""));
                }));
        lines("second copy added", (page, of, random) -> note(page, random, url -> url.matches(WAYBACK + ".*"), (line,
                found) -> {
            String original = found.group(2).replaceFirst(WAYBACK, "");
            String url = "https://archive.ph/Zq" + (100 + made++);
            page.lines.set(line, page.lines.get(line).replaceFirst("\\)", ") ([备份](" + url + " \"" + Matcher
                    .quoteReplacement(original) + "\"))"));
            return one(Kind.SNAPSHOT_ADDED, of, url);
        }));
    }

    private static final String WAYBACK = "https?://web\\.archive\\.org/web/\\d{14}/(?=http)";

    private static boolean isCopy(String url) {
        return url.contains("archive") || url.contains("perma.cc") || url.contains("megalodon");
    }

    private interface NoteAt {
        List<Expected> edit(int line, Matcher note);
    }

    private static Optional<List<Expected>> note(PageText page, Random random, NoteAt edit) {
        return note(page, random, url -> true, edit);
    }

    /** A footnote with one link, cited once in a paragraph, whose source stands nowhere else. */
    private static Optional<List<Expected>> note(PageText page, Random random,
            java.util.function.Predicate<String> which, NoteAt edit) {
        var notes = new ArrayList<Integer>();
        for (int i : page.matching(LINKED_NOTE)) {
            Matcher found = LINKED_NOTE.matcher(page.lines.get(i));
            found.find();
            String mark = "[^" + found.group(1) + "]";
            String address = found.group(2).replaceFirst(WAYBACK, "").replaceFirst("^https?://", "");
            boolean once = page.count(mark) == 2 && page.count(address) == 1
                    && page.paragraphs(line -> line.contains(mark)).size() == 1;
            if (once && which.test(found.group(2))) {
                notes.add(i);
            }
        }
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        int line = PageText.one(notes, random);
        Matcher found = LINKED_NOTE.matcher(page.lines.get(line));
        found.find();
        return Optional.of(edit.edit(line, found));
    }

    private void looks() {
        everyLine("spaces between scripts", line -> line.startsWith("[^")
                ? line
                : line.replaceAll("(?<=\\p{IsHan})(?=\\d)|(?<=\\d)(?=\\p{IsHan})", " "));
        everyLine("spaces around punctuation", line -> line.replaceAll("(?<=\\p{IsHan})，(?=\\p{IsHan})", " ， "));
        everyLine("wide spaces", line -> line.replaceAll("(?<=\\p{IsHan})。(?=\\p{IsHan})", "。\u3000"));
        everyLine("narrow signs", line -> line.replace('，', ',').replaceAll("(?<!])（", "("));
        everyLine("other quotation marks", line -> line.replace('“', '「').replace('”', '」'));
        everyLine("bold", line -> line.replaceFirst("(?<=\\p{IsHan})(\\p{IsHan}{4})(?=\\p{IsHan})", "**$1**"));
        everyLine("ruby", line -> line.replaceFirst("(?<=\\p{IsHan})(\\p{IsHan})(?=\\p{IsHan})",
                "<ruby>$1<rp>(</rp><rt>zi</rt><rp>)</rp></ruby>"));
        everyLine("link inside the archive", line -> line.replaceFirst(
                "(?<=\\p{IsHan})(\\p{IsHan}{4})(?=\\p{IsHan})", "[$1](/index.md)"));
        everyLine("spaces at the end", line -> line + "   ");
        everyLine("comments", line -> line + "<!-- 待核对 -->");
        lines("blank lines", (page, of, random) -> {
            List<Integer> paragraphs = page.paragraphs(any -> true);
            Collections.reverse(paragraphs);
            paragraphs.forEach(line -> page.lines.addAll(line, List.of("", "")));
            return Optional.of(none());
        });
        whole("CRLF and a byte order mark", text -> "\uFEFF" + text.replace("\n", "\r\n"));
        whole("tags and description", text -> text
                .replaceFirst("(?m)^description:.*$", "description: 另一句说明").replaceFirst("(?m)^tags:.*$", "tags: 甲, 乙")
                .replaceAll("(?m)^- (?=[^\\n]*\\n(- .*\\n)*(editor|dateCreated))", "- x"));
        whole("date of the page", text -> text.replaceFirst("(?m)^date: .*$", "date: \"2023-01-02T03:04:05\""));
        lines("order of the front matter", (page, of, random) -> {
            List<String> keys = page.lines.subList(1, page.body - 1);
            var one = keys.stream().filter(line -> line.matches("(title|published|editor|dateCreated): .*")).toList();
            var rest = keys.stream().filter(line -> !one.contains(line)).toList();
            var all = new ArrayList<>(one.reversed());
            all.addAll(rest);
            for (int i = 0; i < keys.size(); i++) {
                keys.set(i, all.get(i));
            }
            return Optional.of(none());
        });
        whole("numbers of footnotes", text -> text.replaceAll("\\[\\^([^\\]]+)]", "[^r$1]"));
        lines("footnotes at the end, in reverse", (page, of, random) -> {
            List<String> notes = new ArrayList<>(page.lines.stream().filter(line -> line.startsWith("[^")
                    && line.contains("]: ")).toList());
            if (notes.size() < 2 || page.lines.stream().anyMatch(line -> line.startsWith("  "))) {
                return Optional.empty();
            }
            page.lines.removeAll(notes);
            Collections.reverse(notes);
            notes.forEach(note -> page.lines.addAll(List.of("", note)));
            return Optional.of(none());
        });
        whole("modifiers of archived copies", text -> text.replaceAll("(web\\.archive\\.org/web/\\d{14})/", "$1if_/"));
        whole("mirrors of archived copies", text -> text.replaceAll("archive\\.(?:is|ph|today|md|vn|fo|li)/(?=\\w)",
                "archive.today/"));
        whole("http for https", text -> text.replaceAll("\\(https://(?!web\\.archive|archive\\.)", "(http://"));
        lines("markup of headings", (page, of, random) -> {
            page.lines.replaceAll(line -> line.matches("#{2,5} [\\p{IsHan}\\w]+")
                    ? line.replaceFirst(" (.+)$", " **$1** ##")
                    : line);
            return Optional.of(none());
        });
        lines("headings one level deeper", (page, of, random) -> {
            page.lines.replaceAll(line -> line.matches("#{2,4} .*") ? "#" + line : line);
            return Optional.of(none());
        });
    }

    private void everyLine(String name, java.util.function.UnaryOperator<String> edit) {
        lines(name, (page, of, random) -> {
            page.paragraphs(Edits::isProse).forEach(line -> page.lines.set(line, edit.apply(page.lines.get(line))));
            return Optional.of(none());
        });
    }

    private void whole(String name, java.util.function.UnaryOperator<String> edit) {
        all.put(name, (page, other, random) -> {
            String changed = edit.apply(page.text());
            return changed.equals(page.text()) || !page.entry().published() || !new PageText(page.text()).isSimple()
                    ? Optional.empty()
                    : Optional.of(new Made(Map.of(page.path(), changed), none()));
        });
    }

    private void moves() {
        lines("sections in another order", (page, of, random) -> {
            List<Integer> headings = page.matching(PageText.HEADING);
            for (int heading : headings) {
                int end = page.endOfPart(heading);
                if (end < page.lines.size() && page.level(end) == page.level(heading)) {
                    int next = page.endOfPart(end);
                    List<String> first = new ArrayList<>(page.lines.subList(heading, end));
                    first.add("");
                    List<String> part = page.lines.subList(heading, end);
                    part.clear();
                    page.lines.addAll(next - first.size() + 1, first);
                    return Optional.of(none());
                }
            }
            return Optional.empty();
        });
        lines("statement moved in its page", (page, of, random) -> {
            List<Integer> paragraphs = page.paragraphs(line -> PageText.DATE.matcher(line).lookingAt()
                    && page.count(line) == 1);
            List<Integer> others = page.paragraphs(line -> true);
            if (paragraphs.isEmpty() || others.size() < 4) {
                return Optional.empty();
            }
            int from = PageText.one(paragraphs, random);
            int to = PageText.one(others, random);
            String text = page.lines.get(from);
            page.lines.set(from, "");
            page.lines.addAll(to, List.of("", text, ""));
            return Optional.of(none());
        });
        lines("paragraph cut in two", (page, of, random) -> paragraph(page, random,
                line -> line.matches("[^。]{15,}。[^。\\[]{8,}.*"), line -> {
                    String text = page.lines.get(line);
                    int cut = text.indexOf('。') + 1;
                    page.lines.set(line, text.substring(0, cut));
                    page.lines.addAll(line + 1, List.of("", text.substring(cut)));
                    return none();
                }));
        lines("paragraphs joined", (page, of, random) -> {
            List<Integer> paragraphs = page.paragraphs(Edits::isProse);
            for (int line : paragraphs) {
                if (paragraphs.contains(line + 2) && page.lines.get(line).endsWith("。")) {
                    page.lines.set(line, page.lines.get(line) + page.lines.get(line + 2));
                    page.lines.set(line + 2, "");
                    return Optional.of(none());
                }
            }
            return Optional.empty();
        });
        lines("section put under the one before", (page, of, random) -> {
            List<Integer> headings = page.matching(PageText.HEADING);
            for (int i = 1; i < headings.size(); i++) {
                int heading = headings.get(i);
                if (page.level(heading) == page.level(headings.get(i - 1)) && !page.lines.get(headings.get(i - 1))
                        .matches(".*\\d.*")) {
                    int end = page.endOfPart(heading);
                    for (int line = heading; line < end; line++) {
                        page.lines.set(line, page.lines.get(line).replaceFirst("^(#{2,5}) ", "#$1 "));
                    }
                    return Optional.of(none());
                }
            }
            return Optional.empty();
        });
        lines("two statements exchanged", (page, of, random) -> {
            List<Integer> paragraphs = page.paragraphs(line -> PageText.DATE.matcher(line).lookingAt());
            if (paragraphs.size() < 2) {
                return Optional.empty();
            }
            Collections.swap(page.lines, paragraphs.getFirst(), paragraphs.getLast());
            return Optional.of(none());
        });
        lines("several edits at once", (page, of, random) -> {
            Optional<String> word = correct(page, random);
            List<Integer> paragraphs = page.paragraphs(any -> true);
            if (word.isEmpty() || paragraphs.size() < 3) {
                return Optional.empty();
            }
            String one = statement(random);
            String two = statement(random);
            page.lines.addAll(paragraphs.get(2), List.of(one, ""));
            page.lines.addAll(paragraphs.get(1), List.of(two, ""));
            page.lines.replaceAll(line -> line.replaceAll("\\[\\^([^\\]]+)]", "[^s$1]") + " ");
            return Optional.of(List.of(new Expected(Kind.EVENT_CORRECTED, of.path(), word.get()),
                    new Expected(Kind.EVENT_ADDED, of.path(), one), new Expected(Kind.EVENT_ADDED, of.path(), two)));
        });
        lines("statement moved and corrected", (page, of, random) -> {
            List<Integer> paragraphs = page.paragraphs(line -> isProse(line) && PageText.DATE.matcher(line).lookingAt()
                    && line.length() > 40 && !line.substring(0, 40).contains("[") && page.count(line) == 1);
            List<Integer> others = page.paragraphs(line -> true);
            if (paragraphs.isEmpty() || others.size() < 4) {
                return Optional.empty();
            }
            int from = PageText.one(paragraphs, random);
            String word = "改字" + made++ + "处";
            String text = page.lines.get(from);
            page.lines.set(from, "");
            page.lines.addAll(PageText.one(others, random),
                    List.of("", text.substring(0, 30) + word + text.substring(30), ""));
            return Optional.of(one(Kind.EVENT_CORRECTED, of, word));
        });
        all.put("statement moved to another page", (page, other, random) -> {
            var from = new PageText(page.text());
            var to = new PageText(other.text());
            List<Integer> paragraphs = from.paragraphs(line -> PageText.DATE.matcher(line).lookingAt() && isProse(line)
                    && !line.contains("[^") && from.count(line) == 1);
            List<Integer> others = to.paragraphs(any -> true);
            if (!from.isSimple() || !to.isSimple() || !page.entry().published() || !other.entry().published()
                    || page.path().equals(other.path()) || paragraphs.isEmpty() || others.isEmpty()) {
                return Optional.empty();
            }
            String text = from.lines.set(PageText.one(paragraphs, random), "");
            to.lines.addAll(PageText.one(others, random), List.of(text, ""));
            return Optional.of(new Made(Map.of(page.path(), from.text(), other.path(), to.text()), none()));
        });
        all.put("section moved to another page", (page, other, random) -> {
            var from = new PageText(page.text());
            var to = new PageText(other.text());
            if (!from.isSimple() || !to.isSimple() || !page.entry().published() || !other.entry().published()
                    || page.path().equals(other.path())) {
                return Optional.empty();
            }
            List<Integer> headings = from.matching(PageText.HEADING).stream().filter(heading -> from.lines
                    .subList(heading, from.endOfPart(heading)).stream().filter(line -> line.length() > 20).count() > 1)
                    .toList();
            if (headings.size() < 2) {
                return Optional.empty();
            }
            int heading = PageText.one(headings, random);
            List<String> part = new ArrayList<>(from.lines.subList(heading, from.endOfPart(heading)));
            String text = String.join("\n", part);
            for (int i : from.matching(PageText.NOTE)) {
                Matcher note = PageText.NOTE.matcher(from.lines.get(i));
                note.find();
                String mark = "[^" + note.group(1) + "]";
                boolean inPart = text.contains(mark);
                boolean defined = part.contains(from.lines.get(i));
                if (to.text().contains(mark) || (inPart && from.count(mark) != 2)) {
                    return Optional.empty();
                }
                if (inPart && !defined) {
                    part.add("");
                    part.add(from.lines.get(i));
                    from.lines.set(i, "");
                } else if (!inPart && defined) {
                    return Optional.empty();
                }
            }
            from.lines.subList(heading, from.endOfPart(heading)).clear();
            to.lines.add("");
            to.lines.addAll(part);
            return Optional.of(new Made(Map.of(page.path(), from.text(), other.path(), to.text()), none()));
        });
    }
}
