package guidang.checkout;

import java.io.File;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit is told of the machine: it uses the {@code ssh} of the system, with the keys and settings of whoever runs
 * this, asks nobody anything, and keeps no notes of its own in the home folder.
 */
final class OwnSystem extends SystemReader.Delegate {
    private OwnSystem(SystemReader usual) {
        super(usual);
    }

    static synchronized void use() {
        if (!(SystemReader.getInstance() instanceof OwnSystem)) {
            SystemReader.setInstance(new OwnSystem(SystemReader.getInstance()));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        String said = super.getenv(variable);
        return "GIT_SSH".equals(variable) && said == null ? "ssh" : said;
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new FileBasedConfig(parent, new File(""), fs) {
            @Override
            public void load() {
                // There is none.
            }

            @Override
            public void save() {
                // None is kept.
            }

            @Override
            public boolean isOutdated() {
                return false;
            }
        };
    }
}
