/** Benchmarks; see docs/benchmarks.md. Not part of the jar. */
@NullMarked
package guidang.bench;

import org.jspecify.annotations.NullMarked;
