/**
 * Files → {@link guidang.archive.Archive}: front matter, Markdown, HTML, citations, events, and the problems met.
 *
 * <p>Central: {@code ArchiveReader}. Owns commonmark, jsoup and jackson-dataformat-yaml. Imports
 * {@code archive}, {@code link}, {@code when}.
 */
@NullMarked
package guidang.reading;

import org.jspecify.annotations.NullMarked;
