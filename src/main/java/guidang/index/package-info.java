/**
 * Archive → Lucene index on disk; Query → ranked Hits. The only room that knows how text is matched.
 *
 * <p>Central: {@link guidang.index.ArchiveIndex}. Owns Lucene and ICU. Imports {@code archive}, {@code link},
 * {@code query}.
 */
@NullMarked
package guidang.index;

import org.jspecify.annotations.NullMarked;
