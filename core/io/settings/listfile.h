#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace lynceus {

/// A settings file with a list: written atomically, its folder made if missing, readable by its owner only. Its bytes;
/// ListFile knows what they mean.
class SettingsFile final
{
public:
    explicit SettingsFile(QString fileName)
        : m_fileName(std::move(fileName))
    { }

    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    [[nodiscard]] bool isThere() const;
    /// Errors: it cannot be read, or is larger than 4 MiB (then isTooLarge() of the result is what to ask).
    [[nodiscard]] Result<QByteArray> content() const;
    [[nodiscard]] static bool isTooLarge(const QByteArray &content);
    [[nodiscard]] static QString tooLargeText();
    /// The name beside it that it has now, or that its copy has.
    [[nodiscard]] Result<QString> putAside(bool keepsFile) const;
    [[nodiscard]] Result<void> write(const QByteArray &bytes) const;
    /// @p work under a lock that other processes respect.
    [[nodiscard]] Result<void> underLock(const std::function<Result<void>()> &work) const;

private:
    QString m_fileName;
};

/// What was read, and one sentence for a person if something was wrong with it.
template<typename Entry>
struct StoredList
{
    std::vector<Entry> entries;
    QString notice; ///< empty if all is well
};

/// Entries that can be read, and what is wrong with the others ("instances[2]: the address is missing").
template<typename Entry>
struct ListText
{
    std::vector<Entry> entries;
    QStringList faults;
};

/// A settings file with a list of @p Entry. No file is no entries. A file that is broken or of a newer version is moved
/// aside, to a name beside it that the notice says; of a file with some wrong entries the right ones are kept, and a
/// copy of it is put aside.
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

    /// Error: it is there and cannot be read, or cannot be put aside: then it must not be written either.
    [[nodiscard]] Result<StoredList<Entry>> read() const;

    /// Reads, lets @p apply change what was read, and writes, all under a lock that other processes respect.
    /// Nothing is written if @p apply returns an error. Errors: its own, and why the file cannot be read or written.
    [[nodiscard]] Result<StoredList<Entry>> change(
        const std::function<Result<void>(std::vector<Entry> &)> &apply) const;

private:
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
    auto text = SettingsFile::isTooLarge(*bytes) ? Result<ListText<Entry>>(badInput(SettingsFile::tooLargeText()))
                                                 : m_format.read(*bytes);
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
Result<StoredList<Entry>> ListFile<Entry>::change(const std::function<Result<void>(std::vector<Entry> &)> &apply) const
{
    Result<StoredList<Entry>> stored = StoredList<Entry>();
    const auto done = m_file.underLock([&]() -> Result<void> {
        stored = read();
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
