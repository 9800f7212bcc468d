#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace lynceus {

/// What the window remembers of itself: sizes, columns, filters, pins. No setting of a person's and nothing that would
/// be missed: kept in a file of its own under the state folder, so that deleting it harms nobody.
class WindowMemory final
{
public:
    /// Reads the file; one that cannot be read is kept as "FILE.broken" and reported by trouble().
    explicit WindowMemory(QString file);

    /// `$XDG_STATE_HOME/lynceus/window.json`; elsewhere the place that Qt gives for local data.
    [[nodiscard]] static QString standardFile();

    /// One sentence, once; empty if all is well.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

    // Another type than asked for counts as not there.
    [[nodiscard]] QString text(const QString &key) const;
    [[nodiscard]] QStringList texts(const QString &key) const;
    [[nodiscard]] QByteArray bytes(const QString &key) const;
    [[nodiscard]] std::optional<int> number(const QString &key) const;

    void setText(const QString &key, const QString &value);
    void setTexts(const QString &key, const QStringList &value);
    void setBytes(const QString &key, const QByteArray &value);
    void setNumber(const QString &key, int value);

    /// Writes at once and whole; nothing if nothing changed. False: it could not be written, which harms nobody.
    bool save();

private:
    void set(const QString &key, const QJsonValue &value);

    QString m_file;
    QJsonObject m_values;
    QString m_trouble;
    bool m_changed = false;
};

} // namespace lynceus
