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
    /// Returns the new name of the file, or of its copy.
    [[nodiscard]] Result<QString> putAside(bool keepsFile) const;
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

/// A settings file with a list of @p Entry. A missing file has no entries. A file that is invalid or of a newer version
/// is renamed; the notice has the new name. If only some entries are invalid, the others are kept and a copy of the
/// file is made.
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

    /// Error: it exists and cannot be read, or cannot be renamed; it must not be written then.
    [[nodiscard]] Result<StoredList<Entry>> read() const;
    /// Reads without changing anything, after a change by another program. Error: the file is missing, cannot be read,
    /// or has an invalid entry; it may be valid again soon, because some editors do not replace files atomically.
    [[nodiscard]] Result<std::vector<Entry>> readValid() const;

    /// Reads, calls @p apply and writes, under a lock that other processes use too. Does not write if @p apply returns
    /// an error. Errors: those of @p apply, and why the file cannot be read or written.
    ///
    /// @p known: the entries in use. If there are any, a missing file is written again with them, and a file that is
    /// not valid is an error instead of being renamed.
    [[nodiscard]] Result<StoredList<Entry>> change(const std::function<Result<void>(std::vector<Entry> &)> &apply,
                                                   const std::vector<Entry> &known = {}) const;

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
    const auto aside = m_file.putAside(text.has_value());
    if (!aside)
        return tl::unexpected(aside.error());
    if (!text)
        return StoredList<Entry>{{},
                                 u"the %1 in %2 were not loaded because %3; the file was kept as %4"_s.arg(
                                     m_format.noun, fileName(), text.error().message, *aside)};
    if (const auto written = m_file.write(m_format.write(text->entries)); !written)
        return tl::unexpected(written.error());
    return StoredList<Entry>{std::move(text->entries),
                             u"some %1 in %2 were skipped (%3); the original file was kept as %4"_s.arg(
                                 m_format.noun, fileName(), text->faults.join(u", "_s), *aside)};
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
    return badInput(u"%1; nothing was changed: correct the file or move it away"_s.arg(entries.error().message));
}

template<typename Entry>
Result<StoredList<Entry>> ListFile<Entry>::change(const std::function<Result<void>(std::vector<Entry> &)> &apply,
                                                  const std::vector<Entry> &known) const
{
    Result<StoredList<Entry>> stored = StoredList<Entry>();
    const auto done = m_file.underLock([&]() -> Result<void> {
        stored = known.empty() ? read() : readBeside(known);
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

} // namespace lynceus
