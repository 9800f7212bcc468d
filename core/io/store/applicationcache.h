#pragma once

#include "core/domain/model/event.h"
#include "core/io/store/database.h"

#include <optional>

namespace lynceus {

/// The last known applications of each instance, and commits that were asked for: what makes the first paint and saves
/// questions. All of it can be thrown away; a file that is damaged or of another version is, without a word.
/// Blobs are made and read by applicationblob.h.
class ApplicationCache final
{
public:
    struct Applications
    {
        QByteArray blob;
        Instant savedAt{}; ///< our clock: its age is shown
    };

    explicit ApplicationCache(QString file);

    /// Creates the folder and the file. Errors: ReadOnly home, full disk and so on, as sentences; without a cache all
    /// works.
    [[nodiscard]] Result<void> open();
    /// To look only, beside a process that writes. An error too if there is no file, or one of another version.
    [[nodiscard]] Result<void> openToRead();

    [[nodiscard]] Result<void> save(const QString &instance, const Applications &applications);
    [[nodiscard]] std::optional<Applications> applications(const QString &instance);

    /// Revisions are hashes, so that one is the same in all applications of an instance.
    [[nodiscard]] Result<void> saveCommit(const QString &instance, const QString &revision,
                                          const RevisionMetadata &commit, Instant now);
    [[nodiscard]] std::optional<RevisionMetadata> commit(const QString &instance, const QString &revision);

    /// Forgets an instance that was removed.
    [[nodiscard]] Result<void> forget(const QString &instance);

private:
    [[nodiscard]] Result<void> prepare();

    Database m_database;
};

} // namespace lynceus
