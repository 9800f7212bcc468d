#pragma once

#include "core/domain/model/event.h"
#include "core/io/store/database/database.h"

#include <optional>

namespace lynceus {

/// Cache of the last known applications of each instance, for the first paint, and of commits, to save requests. A file
/// that is damaged or of another version is silently replaced. applicationblob.h defines the blobs.
class ApplicationCache final
{
public:
    struct Applications
    {
        QByteArray blob;
        Instant savedAt{}; ///< our clock; its age is displayed
    };

    explicit ApplicationCache(QString file);

    /// Creates folder and file. Errors: read-only folder, full disk and so on, as sentences; the program works without
    /// a cache.
    [[nodiscard]] Result<void> open();
    /// For read-only access beside a writing process. Also an error if there is no file, or one of another version.
    [[nodiscard]] Result<void> openToRead();

    [[nodiscard]] Result<void> save(const QString &instance, const Applications &applications);
    [[nodiscard]] std::optional<Applications> applications(const QString &instance);

    /// Revisions are hashes, so they are shared by all applications of an instance.
    [[nodiscard]] Result<void> saveCommit(const QString &instance, const QString &revision,
                                          const RevisionMetadata &commit, Instant now);
    [[nodiscard]] std::optional<RevisionMetadata> commit(const QString &instance, const QString &revision);

    /// Deletes the data of a removed instance.
    [[nodiscard]] Result<void> forget(const QString &instance);

private:
    [[nodiscard]] Result<void> prepare();

    Database m_database;
};

} // namespace lynceus
