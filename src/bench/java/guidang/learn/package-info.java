/** Learns the weights that stand in readable files beside the code, from judged questions; docs/learning.md. */
@org.jspecify.annotations.NullMarked
package guidang.learn;
