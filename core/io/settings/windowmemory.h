#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace lynceus {

/// State of the window: sizes, columns, filters, pins. Not settings: stored in a separate file in the state folder,
/// which can be deleted safely.
class WindowMemory final
{
public:
    /// Reads the file; an unreadable one is kept as "FILE.broken" and reported by trouble().
    explicit WindowMemory(QString file);

    /// `$XDG_STATE_HOME/lynceus/window.json`; on other platforms in Qt's folder for local data.
    [[nodiscard]] static QString standardFile();

    /// One sentence; empty if there was no problem.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

    // A value of another type counts as missing.
    [[nodiscard]] QString text(const QString &key) const;
    [[nodiscard]] QStringList texts(const QString &key) const;
    [[nodiscard]] QByteArray bytes(const QString &key) const;
    [[nodiscard]] std::optional<int> number(const QString &key) const;

    void setText(const QString &key, const QString &value);
    void setTexts(const QString &key, const QStringList &value);
    void setBytes(const QString &key, const QByteArray &value);
    void setNumber(const QString &key, int value);

    /// Writes atomically; does nothing if nothing changed. Returns false if it could not be written, which callers may
    /// ignore.
    bool save();

private:
    void set(const QString &key, const QJsonValue &value);

    QString m_file;
    QJsonObject m_values;
    QString m_trouble;
    bool m_changed = false;
};

} // namespace lynceus
