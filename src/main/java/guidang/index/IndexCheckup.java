package guidang.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Whether an index can be used, found by reading all of it: a bot that has it open is not disturbed. */
public enum IndexCheckup {
    /** There is none yet. */
    ABSENT,
    /** It is whole, and of this version's form. */
    WELL,
    /** It is of another form: the next start makes it anew. */
    OTHER_FORMAT,
    /** It is not whole, or cannot be read. */
    DAMAGED;

    public static IndexCheckup of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return ABSENT;
        }
        try (Directory directory = FSDirectory.open(folder); DirectoryReader reader = DirectoryReader.open(directory)) {
            if (!IndexFolder.format().equals(reader.getIndexCommit().getUserData().get(IndexFolder.FORMAT))) {
                return OTHER_FORMAT;
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return WELL;
        } catch (IndexNotFoundException e) {
            return ABSENT;
        } catch (IOException | RuntimeException e) {
            return DAMAGED;
        }
    }
}
