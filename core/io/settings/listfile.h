#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace lynceus {

/// The bytes of a settings file: written atomically, its folder created if missing, readable by its owner only.
/// ListFile interprets them.
class SettingsFile final
{
public:
    explicit SettingsFile(QString fileName)
        : m_fileName(std::move(fileName))
    { }

    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    [[nodiscard]] bool isThere() const;
    /// Error: it cannot be read. Files larger than 4 MiB are reported by isTooLarge() of the result.
    [[nodiscard]] Result<QByteArray> content() const;
    [[nodiscard]] static bool isTooLarge(const QByteArray &content);
    [[nodiscard]] static QString tooLargeText();
    /// What the user can do with an invalid file: "correct the file, or move it away: mv '…' '….old'".
    [[nodiscard]] QString wayOut() const;
    [[nodiscard]] Result<void> write(const QByteArray &bytes) const;
    /// Runs @p work under a lock that other processes use too.
    [[nodiscard]] Result<void> underLock(const std::function<Result<void>()> &work) const;

private:
    QString m_fileName;
};

/// The stored entries, with one sentence for the user if there was a problem.
template<typename Entry>
struct StoredList
{
    std::vector<Entry> entries;
    QString notice; ///< empty if there was no problem
};

/// Readable entries, and the problems of the others ("instances[2]: the address is missing").
template<typename Entry>
struct ListText
{
    std::vector<Entry> entries;
    QStringList faults;
};

/// A settings file with a list of @p Entry. A missing file has no entries. Reading never changes the file: the notice
/// says why a file that is invalid or of a newer version has no entries, or which entries are invalid.
template<typename Entry>
class ListFile final
{
public:
    struct Format
    {
        QString noun; ///< "instances"
        std::function<Result<ListText<Entry>>(const QByteArray &)> read;
        std::function<QByteArray(const std::vector<Entry> &)> write;
    };

    ListFile(QString fileName, Format format)
        : m_file(std::move(fileName))
        , m_format(std::move(format))
    { }

    [[nodiscard]] const QString &fileName() const { return m_file.fileName(); }

    /// The valid entries. Error: it exists and cannot be read.
    [[nodiscard]] Result<StoredList<Entry>> read() const;
    /// Reads all entries or none, after a change by another program. Error: the file is missing, cannot be read,
    /// or has an invalid entry; it may be valid again soon, because some editors do not replace files atomically.
    [[nodiscard]] Result<std::vector<Entry>> readValid() const;

    /// Reads, calls @p apply and writes, under a lock that other processes use too. Does not write if @p apply returns
    /// an error. Errors: those of @p apply, why the file cannot be read or written, and any invalid entry, which would
    /// be lost.
    ///
    /// @p known: the entries in use, with which a missing file is written again.
    [[nodiscard]] Result<StoredList<Entry>> change(const std::function<Result<void>(std::vector<Entry> &)> &apply,
                                                   const std::vector<Entry> &known = {}) const;
    /// The error of change() if the file cannot be read or has an invalid entry. A missing file is no error.
    [[nodiscard]] Result<void> checkChangeable() const
    {
        return readBeside({}).map([](const StoredList<Entry> &) {});
    }
    /// Writes a missing file with the entries in use; does not touch an existing one, valid or not.
    [[nodiscard]] Result<void> writeIfMissing(const std::vector<Entry> &known) const;

private:
    [[nodiscard]] Result<ListText<Entry>> parsed(const QByteArray &bytes) const
    {
        return SettingsFile::isTooLarge(bytes) ? Result<ListText<Entry>>(badInput(SettingsFile::tooLargeText()))
                                               : m_format.read(bytes);
    }
    [[nodiscard]] Result<StoredList<Entry>> readBeside(const std::vector<Entry> &known) const;

    SettingsFile m_file;
    Format m_format;
};

template<typename Entry>
Result<StoredList<Entry>> ListFile<Entry>::read() const
{
    using namespace Qt::StringLiterals;
    if (!m_file.isThere())
        return StoredList<Entry>();
    const auto bytes = m_file.content();
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto text = parsed(*bytes);
    if (text && text->faults.isEmpty())
        return StoredList<Entry>{std::move(text->entries), {}};
    if (!text)
        return StoredList<Entry>{{},
                                 u"the %1 in %2 were not loaded because %3; %4"_s.arg(
                                     m_format.noun, fileName(), text.error().message, m_file.wayOut())};
    return StoredList<Entry>{std::move(text->entries),
                             u"some %1 in %2 were skipped (%3); %4"_s.arg(m_format.noun, fileName(),
                                                                          text->faults.join(u", "_s), m_file.wayOut())};
}

template<typename Entry>
Result<std::vector<Entry>> ListFile<Entry>::readValid() const
{
    using namespace Qt::StringLiterals;
    if (!m_file.isThere())
        return badInput(u"%1 is missing"_s.arg(fileName()));
    const auto bytes = m_file.content();
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto text = parsed(*bytes);
    const auto problem = text ? text->faults.join(u", "_s) : text.error().message;
    if (!problem.isEmpty())
        return badInput(u"the %1 in %2 were not loaded because %3"_s.arg(m_format.noun, fileName(), problem));
    return std::move(text->entries);
}

template<typename Entry>
Result<StoredList<Entry>> ListFile<Entry>::readBeside(const std::vector<Entry> &known) const
{
    using namespace Qt::StringLiterals;
    if (!m_file.isThere())
        return StoredList<Entry>{known, {}};
    auto entries = readValid();
    if (entries)
        return StoredList<Entry>{*std::move(entries), {}};
    return badInput(u"%1; nothing was changed: %2"_s.arg(entries.error().message, m_file.wayOut()));
}

template<typename Entry>
Result<StoredList<Entry>> ListFile<Entry>::change(const std::function<Result<void>(std::vector<Entry> &)> &apply,
                                                  const std::vector<Entry> &known) const
{
    Result<StoredList<Entry>> stored = StoredList<Entry>();
    const auto done = m_file.underLock([&]() -> Result<void> {
        stored = readBeside(known);
        if (!stored)
            return tl::unexpected(stored.error());
        if (const auto applied = apply(stored->entries); !applied)
            return applied;
        return m_file.write(m_format.write(stored->entries));
    });
    if (!done)
        return tl::unexpected(done.error());
    return stored;
}

template<typename Entry>
Result<void> ListFile<Entry>::writeIfMissing(const std::vector<Entry> &known) const
{
    return m_file.underLock([&] { return m_file.isThere() ? Result<void>() : m_file.write(m_format.write(known)); });
}

} // namespace lynceus
