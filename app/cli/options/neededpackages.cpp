#include "app/cli/options/neededpackages.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

bool isIn(const QStringList &names, QStringView command)
{
    return std::ranges::any_of(
        names, [command](const QString &name) { return command == name || command.startsWith(name + u' '); });
}

bool needs(QStringView command, RuntimePackage package)
{
    switch (package) {
    case RuntimePackage::SqliteDriver:
        return isIn({u"watch"_s, u"follow"_s, u"history"_s, u"deployments"_s, u"report"_s, u"versions"_s, u"tasks"_s,
                     u"daemon"_s, u"serve"_s},
                    command);
    case RuntimePackage::WaylandPlugin:
        return command == "demo"_L1;
    case RuntimePackage::SecretLibrary:
        return isIn({u"login"_s, u"logout"_s, u"instances"_s, u"daemon"_s}, command);
    case RuntimePackage::Certificates: // all commands that connect to a server
        return isIn({u"wait"_s, u"apps"_s, u"versions"_s, u"status"_s, u"tree"_s, u"explain"_s, u"record"_s,
                     u"daemon"_s, u"serve"_s, u"tasks"_s, u"login"_s, u"instances"_s, u"doctor"_s},
                    command)
            && command != "serve token"_L1;
    case RuntimePackage::WebOpener:
        return command == "login"_L1;
    }
    return false;
}

} // namespace

std::vector<RuntimePackage> packagesNeededBy(QStringView command)
{
    auto packages = runtimePackages();
    std::erase_if(packages, [command](RuntimePackage package) { return !needs(command, package); });
    return packages;
}

} // namespace lynceus
