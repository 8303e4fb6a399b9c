package guidang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import guidang.bot.Conversation;
import guidang.bot.PlainReply;
import guidang.bot.Request;
import guidang.index.ArchiveIndex;
import guidang.judged.Measure;
import guidang.judged.Question;
import guidang.judged.Table;
import guidang.judged.Verdict;

/** Who finds the section: the questions of a judged file that look for one, put to us and to the others. */
record Ranked(Path prepared, SectionTexts texts) {
    private static final List<String> OTHERWISE = List.of("timeline", "url");
    private static final List<Measure> SHOWN = List.of(Measure.FIRST, Measure.FIRST_FIVE, Measure.RANK, Measure.PAGE);

    void print(PrintStream out, String title, List<Question> questions) throws IOException, SQLException {
        List<Question> looking = questions.stream()
                .filter(question -> !question.gold().isEmpty() && !OTHERWISE.contains(question.kind())).toList();
        out.printf(Locale.ROOT, "%nquestions %s%n%-30s %-14s %6s", title, "system", "kind", "n");
        SHOWN.forEach(measure -> out.printf(" %8s", measure.column()));
        out.println();
        rows(out, "Guidang", ours(looking));
        for (Peer.Kind kind : Peer.Kind.values()) {
            try (Peer peer = kind.open(prepared, texts)) {
                var verdicts = new ArrayList<Verdict>();
                for (Question question : looking) {
                    verdicts.add(Verdict.of(question, reply(peer, Lines.text(question.message())), 0));
                }
                rows(out, kind.title(), verdicts);
            }
        }
    }

    private List<Verdict> ours(List<Question> looking) throws IOException {
        try (ArchiveIndex index = ArchiveIndex.open(prepared.resolve("guidang"), Folders.aliases())) {
            Conversation conversation = Peers.conversation(index);
            return looking.stream().map(question -> Verdict.of(question,
                    PlainReply.of(conversation.reply(Request.typed(question.message()))), 0)).toList();
        }
    }

    private static PlainReply reply(Peer peer, String text) throws IOException, SQLException {
        var hits = new ArrayList<PlainReply.Hit>();
        for (int number : peer.top(text)) {
            String[] place = peer.place(number);
            hits.add(new PlainReply.Hit("", place[0], "", place[1], null, null, null, "", List.of()));
        }
        return new PlainReply(!hits.isEmpty(), "", hits);
    }

    private static void rows(PrintStream out, String system, List<Verdict> verdicts) {
        for (Table.Row row : Table.of(verdicts).rows().reversed()) {
            out.printf(Locale.ROOT, "%-30s %-14s %6d", row.kind().equals("all") ? system : "", row.kind(),
                    row.questions());
            SHOWN.forEach(measure -> out.printf(Locale.ROOT, " %8.3f", row.means().getOrDefault(measure, 0.0)));
            out.println();
        }
    }
}
