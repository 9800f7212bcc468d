#include "core/domain/versions/chartversions.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kScheme = "://"_L1;

/// "1.2.3", not "1.*", "^1.2" or "latest".
bool isExact(const QString &version)
{
    static constexpr QStringView kOfRanges = u"*^~<>=|, xX";
    return version.contains(u'.')
        && std::ranges::none_of(version, [](QChar letter) { return kOfRanges.contains(letter); });
}

QString versionOfSource(const Application &application, std::size_t number)
{
    const auto position = static_cast<qsizetype>(number);
    const auto &operation = application.operationState;
    const bool hasSynced = operation && operation->phase == OperationPhase::Succeeded;
    if (hasSynced && operation->resultRevisions.size() == static_cast<qsizetype>(application.sources.size()))
        return operation->resultRevisions[position];
    if (position < application.revisions.size())
        return application.revisions[position];
    const auto &target = application.sources[number].targetRevision;
    return isExact(target) ? target : QString();
}

} // namespace

QString chartService(const QString &repoUrl, const QString &chart)
{
    if (!repoUrl.contains(kScheme))
        return u"oci://"_s + repoUrl + u'/' + chart;
    QUrl url(repoUrl);
    if (!url.userInfo().isEmpty())
        url.setUserInfo({});
    auto text = url.isValid() ? url.toString() : repoUrl.section(u'@', -1);
    while (text.endsWith(u'/'))
        text.chop(1);
    return text + u'/' + chart;
}

bool isChartService(const QString &service)
{
    return service.contains(kScheme);
}

std::vector<ChartVersion> chartVersions(const Application &application)
{
    std::vector<ChartVersion> versions;
    for (std::size_t i = 0; i < application.sources.size(); ++i) {
        const auto &source = application.sources[i];
        if (source.chart.isEmpty())
            continue;
        if (auto version = versionOfSource(application, i); !version.isEmpty())
            versions.push_back({chartService(source.repoUrl, source.chart), std::move(version)});
    }
    return versions;
}

} // namespace lynceus
