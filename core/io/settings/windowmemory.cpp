#include "core/io/settings/windowmemory.h"

#include "core/io/readfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 4 * 1024 * 1024; ///< a thousand pins take 100 kB

} // namespace

WindowMemory::WindowMemory(QString file)
    : m_file(std::move(file))
{
    if (!QFileInfo::exists(m_file))
        return;
    QJsonParseError error{};
    QJsonDocument document;
    if (const auto bytes = readFile(m_file, kMostBytes))
        document = QJsonDocument::fromJson(*bytes, &error);
    if (document.isObject()) {
        m_values = document.object();
        return;
    }
    const QString kept = m_file + u".broken"_s;
    QFile::remove(kept);
    const bool moved = QFile::rename(m_file, kept);
    m_trouble = moved ? u"%1 could not be read and was kept as %2; the window starts with defaults"_s.arg(m_file, kept)
                      : u"%1 could not be read; the window starts with defaults"_s.arg(m_file);
}

QString WindowMemory::standardFile()
{
#ifdef Q_OS_UNIX
    // Qt 6.4 has no state folder. Relative paths must be ignored (XDG Base Directory Specification).
    auto state = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(state))
        state = QDir::homePath() + u"/.local/state"_s;
    return state + u"/lynceus/window.json"_s;
#else
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/window.json"_s;
#endif
}

QString WindowMemory::text(const QString &key) const
{
    return m_values.value(key).toString();
}

QStringList WindowMemory::texts(const QString &key) const
{
    QStringList texts;
    const auto values = m_values.value(key).toArray();
    for (const auto &value : values) {
        if (value.isString())
            texts.push_back(value.toString());
    }
    return texts;
}

QByteArray WindowMemory::bytes(const QString &key) const
{
    const auto decoded = QByteArray::fromBase64Encoding(text(key).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? decoded.decoded : QByteArray();
}

std::optional<int> WindowMemory::number(const QString &key) const
{
    const auto value = m_values.value(key);
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

void WindowMemory::setText(const QString &key, const QString &value)
{
    set(key, value);
}

void WindowMemory::setTexts(const QString &key, const QStringList &value)
{
    set(key, QJsonArray::fromStringList(value));
}

void WindowMemory::setBytes(const QString &key, const QByteArray &value)
{
    set(key, QString::fromLatin1(value.toBase64()));
}

void WindowMemory::setNumber(const QString &key, int value)
{
    set(key, value);
}

void WindowMemory::set(const QString &key, const QJsonValue &value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    m_changed = true;
}

bool WindowMemory::save()
{
    if (!m_changed)
        return true;
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(m_values).toJson());
    m_changed = !file.commit();
    return !m_changed;
}

} // namespace lynceus
