#include "core/io/settings/preferencesfile.h"

#include "core/io/readfile.h"
#include "core/io/settings/preferencesjson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kFileCap = 1024 * 1024; // bytes; the file has some hundred
constexpr int kMostAside = 1000;         // maximum number of copies

/// A free name beside @p fileName: "preferences.json.aside-1".
QString freeName(const QString &fileName)
{
    for (int number = 1; number < kMostAside; ++number) {
        auto name = u"%1.aside-%2"_s.arg(fileName).arg(number);
        if (!QFileInfo::exists(name) && !QFileInfo(name).isSymLink())
            return name;
    }
    return {};
}

Result<PreferencesText> preferencesIn(const QByteArray &bytes)
{
    if (bytes.size() > kFileCap)
        return badInput(u"it is larger than %1 MiB"_s.arg(kFileCap / (1024 * 1024)));
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return badInput(u"it is not a JSON object (%1)"_s.arg(error.errorString()));
    return preferencesFromJson(document.object());
}

} // namespace

PreferencesFile::PreferencesFile(QString fileName, QObject *parent)
    : QObject(parent)
    , m_fileName(std::move(fileName))
{
    m_now.notifications.zone = m_now.zone();
}

QString PreferencesFile::usualName()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/lynceus/preferences.json"_s;
}

QString PreferencesFile::read()
{
    if (!QFileInfo::exists(m_fileName) && !QFileInfo(m_fileName).isSymLink())
        return {};
    if (const auto problem = whyNoFile(m_fileName); !problem.isEmpty()) {
        m_writable = false;
        return u"%1: move it away; until then defaults are used and changes are not saved"_s.arg(problem);
    }
    QFile file(m_fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        m_writable = false;
        return u"the settings in %1 cannot be read (%2): defaults are used and changes are not saved"_s.arg(
            m_fileName, file.errorString());
    }
    const auto text = preferencesIn(file.read(kFileCap + 1));
    file.close();
    m_isFaulty = !text || !text->faults.isEmpty();
    const auto wayOut =
        u"correct the file; if you change a setting first, it is kept as %1"_s.arg(freeName(m_fileName));
    if (!text)
        return u"the settings in %1 were not loaded because %2; %3"_s.arg(m_fileName, text.error().message, wayOut);
    m_now = text->preferences;
    Q_EMIT changed(m_now);
    if (!m_isFaulty)
        return {};
    return u"defaults are used for some settings in %1 (%2); %3"_s.arg(m_fileName, text->faults.join(u", "_s), wayOut);
}

Result<void> PreferencesFile::keepFaultyFile()
{
    if (!m_isFaulty || !QFileInfo::exists(m_fileName))
        return {};
    const auto name = freeName(m_fileName);
    if (name.isEmpty() || !QFile::copy(m_fileName, name))
        return badInput(u"%1: it has faults and cannot be copied, so nothing was changed"_s.arg(m_fileName));
    m_isFaulty = false;
    return {};
}

Result<void> PreferencesFile::write(const Preferences &preferences) const
{
    if (!m_writable)
        return badInput(u"%1: not overwritten, because it could not be read"_s.arg(m_fileName));
    const auto folder = QFileInfo(m_fileName).absolutePath();
    if (!QDir().mkpath(folder))
        return badInput(u"%1: cannot create this folder; nothing was changed"_s.arg(folder));
    QSaveFile file(m_fileName);
    const auto bytes = QJsonDocument(preferencesToJson(preferences)).toJson();
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size()
        && file.commit();
    if (!isWritten)
        return badInput(u"%1: cannot be written: %2; nothing was changed"_s.arg(m_fileName, file.errorString()));
    return {};
}

Preferences storedPreferences(const QString &fileName)
{
    const auto bytes = readFile(fileName, kFileCap);
    if (!bytes)
        return {};
    const auto text = preferencesIn(*bytes);
    return text ? text->preferences : Preferences();
}

Result<void> PreferencesFile::change(const std::function<void(Preferences &)> &apply, By by)
{
    auto changedOnes = m_now;
    apply(changedOnes);
    changedOnes.notifications.zone = changedOnes.zone();
    if (changedOnes == m_now)
        return {};
    const bool isForThisRunOnly = by == By::Lynceus && m_isFaulty;
    if (!isForThisRunOnly) {
        if (auto kept = keepFaultyFile(); !kept)
            return kept;
        if (auto written = write(changedOnes); !written)
            return written;
    }
    m_now = changedOnes;
    Q_EMIT changed(m_now);
    return {};
}

} // namespace lynceus
