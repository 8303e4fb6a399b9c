package guidang.bench;

import java.util.List;

import com.ibm.icu.text.Transliterator;

import guidang.judged.Question;

/** Asks questions in the script that they are not written in, by ICU's tables of characters. */
record OtherScript(Transliterator script) {
    private static final String SIMPLIFIED = "Traditional-Simplified";
    private static final String TRADITIONAL = "Simplified-Traditional";

    /** Traditional if more of all their characters have a Traditional form than a Simplified one; else Simplified. */
    static OtherScript of(List<Question> questions) {
        OtherScript traditional = new OtherScript(Transliterator.getInstance(TRADITIONAL));
        OtherScript simplified = new OtherScript(Transliterator.getInstance(SIMPLIFIED));
        return traditional.changed(questions) > simplified.changed(questions) ? traditional : simplified;
    }

    String title() {
        return script.getID().equals(TRADITIONAL) ? "in Traditional characters" : "in Simplified characters";
    }

    /** The same question, what is right unchanged. */
    Question ask(Question question) {
        return new Question(question.id(), question.kind(), script.transliterate(question.query()), question.gold(),
                question.also(), question.answerAny(), question.mustLink(), question.events());
    }

    private long changed(List<Question> questions) {
        long changed = 0;
        for (Question question : questions) {
            changed += question.query().chars()
                    .filter(c -> !script.transliterate(Character.toString(c)).equals(Character.toString(c))).count();
        }
        return changed;
    }
}
