/**
 * Chinese and English date expressions → {@link guidang.archive.When}.
 *
 * <p>Central: {@link guidang.when.DateReader}. Imports {@code archive}.
 */
@NullMarked
package guidang.when;

import org.jspecify.annotations.NullMarked;
