#include "core/io/desktop/opener.h"

#include "core/io/process/environment.h"
#include "core/io/process/runtimepackage.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

bool isWebPage(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty();
}

#if defined(Q_OS_WIN)
constexpr auto kProgram = "explorer.exe"_L1;
#elif defined(Q_OS_MACOS)
constexpr auto kProgram = "/usr/bin/open"_L1;
#else
constexpr auto kProgram = "xdg-open"_L1;
#endif

} // namespace

Result<void> Opener::open(const QUrl &url, const QString &token) const
{
    if (!isWebPage(url))
        return badInput(u"'%1' is not a web address; it must start with https://"_s.arg(url.toDisplayString()));
    auto environment = environmentForOthers(QProcessEnvironment::systemEnvironment());
    if (!token.isEmpty())
        environment.insert(u"XDG_ACTIVATION_TOKEN"_s, token);
    QProcess opener;
    opener.setProcessEnvironment(environment);
    opener.setProgram(QString(kProgram));
    opener.setArguments({QString::fromLatin1(url.toEncoded())});
    opener.setStandardOutputFile(QProcess::nullDevice()); // drops the output of the browser
    opener.setStandardErrorFile(QProcess::nullDevice());
    if (opener.startDetached())
        return {};
    const auto missing = missingPackage(RuntimePackage::WebOpener);
    const auto problem = missing.isEmpty() ? u"%1 could not be started"_s.arg(QString(kProgram)) : missing;
    return tl::unexpected(Error{Error::Kind::NotFound,
                                {},
                                u"%1; open this address in a browser: %2"_s.arg(problem, url.toDisplayString()),
                                false,
                                0});
}

} // namespace lynceus
