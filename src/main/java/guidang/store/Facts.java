package guidang.store;

import java.util.Optional;

/** Single facts by name. */
public final class Facts {
    private final Database database;

    Facts(Database database) {
        this.database = database;
    }

    public Optional<String> get(String name) {
        return database.inTransaction(handle -> handle.createQuery("SELECT fact FROM fact WHERE name = :name")
                .bind("name", name).mapTo(String.class).findOne());
    }

    public void set(String name, String fact) {
        database.inTransaction(handle -> handle
                .createUpdate("INSERT INTO fact (name, fact) VALUES (:name, :fact) "
                        + "ON CONFLICT (name) DO UPDATE SET fact = excluded.fact")
                .bind("name", name).bind("fact", fact).execute());
    }
}
