/**
 * Questions whose answers are known, put to the conversation, and how well it did: file of questions → replies → table.
 *
 * <p>Central: {@link guidang.judged.QuestionFile}, {@link guidang.judged.Verdict}, {@link guidang.judged.Table}.
 * Imports {@code bot}.
 */
@NullMarked
package guidang.judged;

import org.jspecify.annotations.NullMarked;
