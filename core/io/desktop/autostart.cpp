#include "core/io/desktop/autostart.h"

#include "core/io/desktop/desktopidentity.h"
#include "core/io/process/ownprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kFileCap = 64 * 1024; // bytes; the file has some hundred

/// As the desktop entry specification requires for an argument of Exec: in quotes, special characters escaped twice
/// (for the argument, and for the value of a string key), and % doubled.
QString quoted(const QString &argument)
{
    QString escaped;
    for (const auto each : argument) {
        if (each == u'\\')
            escaped += u"\\\\\\\\"_s;
        else if (each == u'"' || each == u'`' || each == u'$')
            escaped += u"\\\\"_s + each;
        else if (each == u'%')
            escaped += u"%%"_s;
        else
            escaped += each;
    }
    return u'"' + escaped + u'"';
}

} // namespace

Autostart::Autostart(QString folder, QString program)
    : m_folder(std::move(folder))
    , m_program(std::move(program))
{ }

Autostart Autostart::ofThisProgram()
{
    return {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart"_s, ownProgram()};
}

bool Autostart::isOffered()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return true;
#else
    return false;
#endif
}

QString Autostart::fileName() const
{
    return m_folder + u'/' + kDesktopId + u".desktop"_s;
}

bool Autostart::isOn() const
{
    QFile file(fileName());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto lines = file.read(kFileCap).split('\n');
    // Desktops use these to disable an entry instead of removing it.
    return !lines.contains("Hidden=true") && !lines.contains("X-GNOME-Autostart-enabled=false");
}

Result<void> Autostart::set(bool on) const
{
    if (!on) {
        QFile file(fileName());
        if (!file.exists() || file.remove())
            return {};
        return badInput(u"%1: cannot be removed: %2"_s.arg(fileName(), file.errorString()));
    }
    if (m_program.isEmpty())
        return badInput(u"the program lynceus was not found; install it beside this window"_s);
    if (!QDir().mkpath(m_folder))
        return badInput(u"%1: cannot create this folder"_s.arg(m_folder));
    const auto entry = u"[Desktop Entry]\nType=Application\nName=Lynceus\nExec=%1\nIcon=%2\nTerminal=false\n"
                       "X-GNOME-Autostart-enabled=true\n"_s.arg(quoted(m_program), QString(kDesktopId))
                           .toUtf8();
    QSaveFile file(fileName());
    if (file.open(QIODevice::WriteOnly) && file.write(entry) == entry.size() && file.commit())
        return {};
    return badInput(u"%1: cannot be written: %2"_s.arg(fileName(), file.errorString()));
}

} // namespace lynceus
