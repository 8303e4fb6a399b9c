/**
 * Archive → Lucene index on disk; Query → ranked Hits. The only room that knows how text is matched.
 *
 * <p>Central: {@link guidang.index.ArchiveIndex}. Owns Lucene; ICU only checks, in tests, the
 * tables of characters that stand beside the code. Imports {@code archive}, {@code link},
 * {@code query}.
 */
@NullMarked
package guidang.index;

import org.jspecify.annotations.NullMarked;
