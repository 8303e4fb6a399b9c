package guidang.answer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import guidang.answer.Answer.Mentioned;
import guidang.answer.Answer.Nothing;
import guidang.answer.Answer.Nothing.Reason;
import guidang.answer.Quotations.Scored;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.archive.When;
import guidang.index.ArchiveIndex;
import guidang.index.FoldedTerms;
import guidang.link.WebAddress;
import guidang.query.Query;
import guidang.query.Query.Wanted;
import guidang.query.QueryReader;
import guidang.when.DateReader;

/** Looks up a message that was not written to ask anything: its addresses, its names and dates, its rarest words. */
final class MessageLookup {
    private static final int MOST_ADDRESSES = 10;
    private static final int MOST_NAMES = 5;
    private static final int MOST_DATES = 5;
    private static final int MOST_OF_AN_ENTRY = 3;
    private static final int MOST_RUNS = 3;
    /** A run of Chinese that is looked up alone is at least so long; shorter ones occur by chance. */
    private static final int TELLING = 4;
    /** An event that is known no better than to so many days is not said to be of one of them. */
    private static final int VAGUE = 31;

    private final ArchiveIndex index;
    private final Answers answers;

    MessageLookup(ArchiveIndex index, Answers answers) {
        this.index = index;
        this.answers = answers;
    }

    Answer of(String message, LocalDate today) {
        List<WebAddress> addresses = WebAddress.in(message).stream().limit(MOST_ADDRESSES).toList();
        Optional<Answer> cited = addresses.stream().map(answers::find).filter(Answer::answered).findFirst();
        if (cited.isPresent()) {
            return cited.get();
        }
        String text = withoutAddresses(message);
        return mentioned(text, today).or(() -> worded(text, today))
                .orElseGet(() -> addresses.isEmpty() || !text.isBlank()
                        ? nothing(message)
                        : answers.find(addresses.getFirst()));
    }

    private static String withoutAddresses(String message) {
        var text = new StringBuilder(message);
        WebAddress.find(message).reversed().forEach(found -> text.replace(found.start(), found.end(), " "));
        return text.toString();
    }

    private Optional<Answer> mentioned(String text, LocalDate today) {
        var names = new ArrayList<String>();
        var entries = new LinkedHashSet<Entry>();
        for (String name : index.namesIn(text)) {
            List<Entry> named = index.named(name);
            if (names.size() < MOST_NAMES && !named.isEmpty() && !isDate(name, today)) {
                names.add(name);
                entries.add(named.getFirst());
            }
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        List<DateReader.Found> dates = DateReader.read(text, today).stream().limit(MOST_DATES).toList();
        List<String> written = dates.stream().map(found -> found.when().written()).distinct().toList();
        List<Item> onDates = entries.stream().flatMap(entry -> on(entry, dates)).toList();
        if (!onDates.isEmpty()) {
            return Optional.of(new Mentioned(names, written, true, onDates));
        }
        Query rest = QueryReader.question(without(text, names), today);
        List<Item> best = entries.stream().flatMap(entry -> best(entry, rest).stream()).toList();
        return best.isEmpty() ? Optional.empty() : Optional.of(new Mentioned(names, written, false, best));
    }

    private static boolean isDate(String name, LocalDate today) {
        return DateReader.read(name, today).stream().anyMatch(found -> found.when().written().equals(name));
    }

    private static String without(String text, List<String> names) {
        String rest = text;
        for (String name : names) {
            rest = rest.replace(name, " ");
        }
        return rest;
    }

    /** The events of an entry that happened on one of the dates, those that are known most exactly first. */
    private static Stream<Item> on(Entry entry, List<DateReader.Found> dates) {
        record Dated(Item item, long days) {}
        var found = new ArrayList<Dated>();
        for (Section section : entry.sections()) {
            for (Event event : section.events()) {
                When when = event.when();
                if (when != null && dates.stream().anyMatch(date -> meets(when, date.when()))) {
                    found.add(new Dated(Items.of(entry, section, event), days(when)));
                }
            }
        }
        return found.stream().sorted(Comparator.comparingLong(Dated::days)).limit(MOST_OF_AN_ENTRY).map(Dated::item);
    }

    private static boolean meets(When event, When date) {
        return !event.latest().isBefore(date.earliest()) && !event.earliest().isAfter(date.latest())
                && days(event) <= Math.max(VAGUE, days(date));
    }

    private static long days(When when) {
        return ChronoUnit.DAYS.between(when.earliest(), when.latest()) + 1;
    }

    /** The event of an entry that comes nearest to what else the message says; its first if nothing does. */
    private static Optional<Item> best(Entry entry, Query rest) {
        var quotations = new Quotations(new Asked(rest));
        FoldedTerms said = FoldedTerms.of(String.join(" ", rest.words()), 60);
        record Near(Section section, Scored scored, long shared) {}
        Optional<Near> nearest = entry.sections().stream()
                .flatMap(section -> quotations.score(new Passage(entry, section)).stream()
                        .map(scored -> new Near(section, scored, shared(said, scored.sentence().folded()))))
                .filter(near -> near.shared > 0)
                .max(Comparator.comparingLong(Near::shared).thenComparingDouble(near -> near.scored.score()));
        return nearest.map(near -> Items.of(entry, near.section, near.scored.sentence().statement(),
                near.scored.sentence().index())).or(() -> Items.first(entry));
    }

    /** How many pairs of characters and words of the message a sentence holds. */
    private static long shared(FoldedTerms said, String folded) {
        return Stream.concat(said.pairs().stream(), said.words().stream()).filter(folded::contains).count();
    }

    /** The sections that hold the rarest runs of the message: all together, else the first that occurs as it stands. */
    private Optional<Answer> worded(String text, LocalDate today) {
        List<String> runs = QueryReader.question(text, today).words().stream()
                .flatMap(words -> index.rarestIn(words).stream()).distinct().limit(MOST_RUNS).toList();
        var tries = new ArrayList<List<String>>();
        if (runs.size() > 1) {
            tries.add(runs);
        }
        runs.stream().filter(run -> run.length() >= TELLING || !FoldedTerms.isCjk(run.charAt(0)))
                .forEach(run -> tries.add(List.of(run)));
        return tries.stream().map(phrases -> answers.search(phrases(phrases), 0)).filter(Answer::answered).findFirst();
    }

    private static Query phrases(List<String> phrases) {
        return query(String.join(" ", phrases.stream().map(phrase -> "\"" + phrase + "\"").toList()), phrases);
    }

    private static Query query(String typed, List<String> phrases) {
        return new Query(typed, List.of(), phrases, List.of(), List.of(), List.of(), List.of(), List.of(), null,
                List.of(), Wanted.ANYTHING, List.of());
    }

    private static Nothing nothing(String message) {
        return new Nothing(query(message.strip(), List.of()),
                message.isBlank() ? Reason.EMPTY : Reason.NOT_MENTIONED, List.of(), null, List.of());
    }
}
