#include "app/cli/doctor/computerchecks.h"

#include "core/io/settings/instancesfile.h"
#include "core/io/settings/preferencesfile.h"
#include "core/io/signin/loopbacklistener.h"
#include "core/io/store/watchstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using State = Finding::State;

constexpr auto kNotifications = "org.freedesktop.Notifications"_L1;
constexpr auto kTray = "org.kde.StatusNotifierWatcher"_L1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Doctor)
};

/// Why @p file cannot be written; empty if it can. Missing folders are created on demand: then the nearest existing
/// parent is checked.
QString writeProblem(const QString &file)
{
    auto folder = QFileInfo(file).absolutePath();
    while (!QFileInfo::exists(folder) && folder != QFileInfo(folder).absolutePath())
        folder = QFileInfo(folder).absolutePath();
    QTemporaryFile trial(folder + u"/.lynceus-doctor-XXXXXX"_s);
    if (!trial.open())
        return Text::tr("cannot write in %1: %2").arg(QDir::toNativeSeparators(folder), trial.errorString());
    if (trial.write("x") != 1 || !trial.flush())
        return Text::tr("cannot write in %1: %2").arg(QDir::toNativeSeparators(folder), trial.errorString());
    if (const QFileInfo info(file); info.exists() && !info.isWritable())
        return Text::tr("%1 is read-only").arg(QDir::toNativeSeparators(file));
    return {};
}

Finding checkedFile(const QString &check, const QString &file, const QString &readProblem, const QString &notice)
{
    if (!readProblem.isEmpty())
        return {check, State::Bad, readProblem, Text::tr("check its permissions and the disk"), Error::Kind::BadInput};
    if (const auto problem = writeProblem(file); !problem.isEmpty())
        return {check, State::Bad, problem, Text::tr("check its permissions and the free disk space"),
                Error::Kind::BadInput};
    if (!notice.isEmpty())
        return {check, State::Warning, notice, {}, {}};
    const bool isThere = QFileInfo::exists(file);
    return {check,
            State::Ok,
            (isThere ? Text::tr("%1 is readable and writable") : Text::tr("%1 is created when needed"))
                .arg(QDir::toNativeSeparators(file)),
            {},
            {}};
}

/// Reads all records and counts unreadable ones.
Finding checkedStore(const QString &file)
{
    const auto check = u"store"_s;
    const auto store = WatchStore::openToRead(file);
    const auto unreadable = store && *store ? (*store)->countUnreadable() : Result<int>(0);
    if (!store || !unreadable)
        return checkedFile(check, file, store ? unreadable.error().message : store.error().message, {});
    auto finding = checkedFile(check, file, {}, *unreadable > 0 ? (*store)->unreadableNotice() : QString());
    if (*unreadable > 0 && finding.remedy.isEmpty())
        finding.remedy = Text::tr("they remain in the file; a newer version of Lynceus may be able to read them");
    return finding;
}

} // namespace

Finding checkedRuntimeFolder(const RuntimeFolder &folder)
{
    const auto check = u"runtime"_s;
    const auto remedy =
        Text::tr("set XDG_RUNTIME_DIR to a folder that you own with mode 0700, as a login session does");
    if (!folder.notice.isEmpty())
        return {check, State::Warning, folder.notice, remedy, {}};
    if (!QFileInfo::exists(folder.path))
        return {
            check, State::Ok, Text::tr("%1 is created when needed").arg(QDir::toNativeSeparators(folder.path)), {}, {}};
    if (const auto problem = whyNotOurs(folder.path); !problem.isEmpty())
        return {check, State::Bad, problem, remedy, Error::Kind::BadInput};
    return {
        check, State::Ok, Text::tr("%1 is accessible to you only").arg(QDir::toNativeSeparators(folder.path)), {}, {}};
}

Finding checkedPort(quint16 port)
{
    LoopbackListener listener;
    const auto check = u"port"_s;
    if (const auto listening = listener.listen(port); !listening)
        return {check,
                State::Warning,
                listening.error().message,
                Text::tr("wait until the port is free, or sign in with a token or a password"),
                {}};
    return {check, State::Ok, Text::tr("port %1 is free for browser sign-in").arg(port), {}, {}};
}

Findings judgedPackages(const std::vector<RuntimePackage> &missing)
{
    const auto check = u"packages"_s;
    Findings findings;
    for (const auto package : missing) {
        const bool isBad = package == RuntimePackage::SqliteDriver;
        findings.push_back({check,
                            isBad ? State::Bad : State::Warning,
                            missingText(package),
                            {},
                            isBad ? std::optional(Error::Kind::BadInput) : std::nullopt});
    }
    if (findings.empty())
        findings.push_back(
            {check, State::Ok, Text::tr("all packages that are needed at run time are installed"), {}, {}});
    return findings;
}

Finding judgedBrowser(const QString &opener, const QString &missingDisplay)
{
    const auto check = u"browser"_s;
    const auto remedy = Text::tr("sign in with --no-browser and open the link on any computer");
    if (opener.isEmpty())
        return {check, State::Warning, missingText(RuntimePackage::WebOpener), remedy, {}};
    if (!missingDisplay.isEmpty())
        return {check, State::Warning, missingDisplay, remedy, {}};
    return {check, State::Ok, Text::tr("%1 opens web pages").arg(opener), {}, {}};
}

Findings judgedDesktop(const BusNames &names)
{
    const auto judged = [&names](const QString &check, QLatin1String name, const QString &there, const QString &missing,
                                 const QString &remedy) -> Finding {
        if (!names.hasBus)
            return {check, State::Warning, Text::tr("no D-Bus session bus is available"), remedy, {}};
        if (names.names.contains(name))
            return {check, State::Ok, there, {}, {}};
        return {check, State::Warning, missing, remedy, {}};
    };
    return {judged(u"notifications"_s, kNotifications, Text::tr("a notification service is running"),
                   Text::tr("no notification service is running"),
                   Text::tr("start your desktop's notification service")),
            judged(u"tray"_s, kTray, Text::tr("the panel supports tray icons"),
                   Text::tr("the panel does not support tray icons"),
                   Text::tr("no action needed: all functions are available in the window"))};
}

Findings checkedFiles(const PersonsFiles &files)
{
    Findings findings;
    const auto instances = InstancesFile(files.instances).read();
    findings.push_back(checkedFile(u"instances"_s, files.instances, instances ? QString() : instances.error().message,
                                   instances ? instances->notice : QString()));
    findings.push_back(checkedFile(u"preferences"_s, files.preferences, {}, PreferencesFile(files.preferences).read()));
    findings.push_back(checkedStore(files.store));
    if (!files.log.isEmpty())
        findings.push_back(checkedFile(u"log"_s, files.log, {}, {}));
    return findings;
}

} // namespace lynceus
