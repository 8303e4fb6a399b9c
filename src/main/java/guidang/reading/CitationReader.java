package guidang.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Citation.Form;
import guidang.archive.Citation.Place;
import guidang.archive.EntryPath;
import guidang.archive.Problem;
import guidang.archive.When;

/** Reads citations from footnotes, list items, callouts and prose. One for each file. */
final class CitationReader {
    /** Longer words of a citation are cut. */
    private static final int LONGEST_TEXT = 2_000;

    private static final Pattern BROKEN_LINK = Pattern.compile("(?:.*?\\[)?+(.{1,300}?)\\]\\(\\[?+\\s*+$",
            Pattern.DOTALL);

    private final EntryPath path;
    private final List<Problem> problems;

    /** Adds what is wrong with addresses and dates to {@code problems}. */
    CitationReader(EntryPath path, List<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /**
     * The citations that a block makes: of a footnote at least one (a plain note if it holds no link), of other places
     * one for each source that links lead to outside the archive. Links to copies of one source, or to a source and its
     * copy, make one citation.
     *
     * @param label of the footnote; empty elsewhere
     */
    List<Citation> read(Inline block, Place place, String label, int line) {
        List<CitationSource> sources = CitationSource.of(block);
        if (sources.isEmpty()) {
            return place == Place.FOOTNOTE ? List.of(note(block.text(), label, line)) : List.of();
        }
        var citations = new ArrayList<Citation>();
        for (CitationSource source : sources) {
            Citation before = citations.isEmpty() ? null : citations.getLast();
            citations.add(citation(block, source, before, sources.size() == 1, place, label, line));
        }
        return citations;
    }

    /** A footnote without a link, which may still be written like one with a link. */
    private static Citation note(String text, String label, int line) {
        CitationWords.Before named = CitationWords.before(text);
        CitationWords.After after = CitationWords.after(named.rest(), true, malformed -> {});
        boolean cites = !named.title().isEmpty() && after.stated();
        return new Citation(Form.NOTE, Place.FOOTNOTE, label, cites ? named.author() : "", cites ? named.title() : "",
                cites ? after.site() : "", cites ? after.published() : null, cites ? after.accessed() : null, "",
                List.of(), cut(text), line);
    }

    private Citation citation(Inline block, CitationSource source, @Nullable Citation previous, boolean only,
            Place place,
            String label,
            int line) {
        report(source, place, line);
        String shown = source.first().shown();
        CitationWords.Before before = CitationWords.before(source.before());
        var malformed = new ArrayList<String>();
        CitationWords.After after = CitationWords.after(before.rest() + source.after(), source.isLast(),
                malformed::add);
        boolean structured = place != Place.PROSE || after.accessed() != null || after.online();
        String text = place == Place.PROSE && !structured ? shown : only ? block.text() : source.words(block.text());
        if (!structured) {
            CitationTitle title = CitationTitle.of(shown);
            return new Citation(title.site().isEmpty() ? Form.LINK : Form.TITLE_DASH_SITE, place, label, title.author(),
                    title.title(), title.site(), null, null, source.original(), source.snapshots(),
                    text, line);
        }
        for (String date : malformed) {
            problems.add(new Problem(path, line, Problem.Code.MALFORMED_DATE,
                    List.of(label.isEmpty() ? shown : "[^" + label + "]", date)));
        }
        return new Words(shown, before, after, source.before(), previous).citation(source, place, label, text, line);
    }

    private void report(CitationSource source, Place place, int line) {
        for (CitationLink link : source.links()) {
            if (link.malformed()) {
                problems.add(new Problem(path, line, Problem.Code.URL_MALFORMED,
                        List.of(cut(link.written()), link.probable())));
            }
        }
        boolean mentioned = place == Place.PROSE && source.first().bare();
        if (source.snapshots().isEmpty() && !mentioned) {
            problems.add(new Problem(path, line, Problem.Code.NOT_ARCHIVED, List.of(cut(source.original()))));
        }
    }

    /** Decides what of the words is title, site, author and date. */
    private record Words(String shown, CitationWords.Before before, CitationWords.After after, String gap,
            @Nullable Citation previous) {
        Citation citation(CitationSource source, Place place, String label, String text, int line) {
            String author = before.author();
            String title = shown;
            String site = after.site();
            boolean named = !before.title().isEmpty();
            boolean dashed = false;
            if (named) {
                title = before.title();
                site = site.isEmpty() && !isAddress(shown) ? shown : site;
            } else if (isAddress(shown) || CitationSource.isLabel(shown)) {
                title = titleBefore();
            } else if (previous != null && repeats(previous)) {
                title = previous.title();
                site = shown;
            }
            if (site.isEmpty() && !before.quoted() && !isAddress(title)) {
                CitationTitle split = CitationTitle.of(title);
                dashed = !split.site().isEmpty();
                title = split.title();
                site = split.site();
                author = author.isEmpty() ? split.author() : author;
            }
            When published = after.published() == null ? before.published() : after.published();
            published = published == null ? CitationWords.date(shown).orElse(null) : published;
            return new Citation(form(author, site, published, dashed), place, label, author, title, site, published,
                    after.accessed(),
                    source.original(), source.snapshots(), cut(text), line);
        }

        private Form form(String author, String site, @Nullable When published, boolean dashed) {
            if (after.online()) {
                return Form.ONLINE;
            }
            if (dashed) {
                return Form.TITLE_DASH_SITE;
            }
            if (!before.quoted() && after.accessed() == null && published == null && before.author().isEmpty()) {
                return site.isEmpty() ? Form.LINK : Form.TITLE_COMMA_SITE;
            }
            if (published == null) {
                return site.isEmpty() && author.isEmpty() && after.accessed() == null ? Form.LINK : Form.WITHOUT_DATE;
            }
            return author.isEmpty() ? Form.WITHOUT_AUTHOR : Form.AUTHOR_TITLE_SITE_DATE;
        }

        /** Whether the link only names another site that has what the citation before it is about. */
        private boolean repeats(Citation before) {
            String between = gap.strip();
            return shown.length() <= 16 && !CitationSource.isLabel(shown) && !before.publisher().isEmpty()
                    && !before.title().isEmpty()
                    && (between.isEmpty() || ",，、和".contains(between)) && CitationTitle.of(shown).site().isEmpty();
        }

        private String titleBefore() {
            Matcher broken = BROKEN_LINK.matcher(gap.length() > 600 ? gap.substring(gap.length() - 600) : gap);
            if (broken.matches()) {
                return broken.group(1).strip();
            }
            String words = gap.strip().replaceAll("[\\s:：,，(（<\\[—-]{1,10}+$", "");
            return !words.isEmpty() && words.length() <= 200 && before.author().isEmpty() && before.published() == null
                    ? words
                    : shown;
        }
    }

    private static boolean isAddress(String shown) {
        return shown.regionMatches(true, 0, "http://", 0, 7) || shown.regionMatches(true, 0, "https://", 0, 8);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end);
    }
}
