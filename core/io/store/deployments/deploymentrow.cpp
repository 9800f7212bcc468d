#include "core/io/store/deployments/deploymentrow.h"

#include "core/io/store/deployments/deploymentfields.h"
#include "core/io/store/encoding/cborvalues.h"
#include "core/io/store/encoding/codec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostMessage = 160; // characters of a commit's first line; git has the rest
/// Common parts of records; without it, field names take a third of their size. Part of the format of existing stores:
/// never change it. Most frequent last.
constexpr char kBytes[] = "quay.io/registry.gitlab.com/.dkr.ecr.eu-central-1.amazonaws.com/europe-docker.pkg.dev/"
                          ".azurecr.io/docker.io/bitnami/docker.io/library/users.noreply.github.com>noreply@"
                          "argocd-image-updater <noreply@argoproj.io>Merge branch 'main' into Merge pull request #"
                          "build: automatic update of chore(deps): update chore: feat: fix: Release default"
                          "mrollbackmconfigurationechartioperation-failedhdegradednewer-deploymentlimages-unproven"
                          "mreconstructedgunknownisupersededitimed-outffailedkin-progressgwatchedcact\xa1"
                          "ak"
                          "lapplicationsetduserdcrulcwatcmsgccaucchtcchfahof\xf5"
                          "cprjckndeimagecouthdeployedcprfhobservedcact\xa2"
                          "aklimage-updatercact\xa1"
                          "anx"
                          ".com>cimg\x81\xa3"
                          "arxghcr.io/af\x81"
                          "e1.0.0at\x81"
                          "e1.1.0crvf\x81x(crvt\x81x("
                          "ccmt\xa3"
                          "fauthorx.com>gmessagexddate\x1b";
constexpr QByteArrayView kDictionary(kBytes, sizeof(kBytes) - 1);
constexpr qsizetype kRevision = 12; // characters that are searched; enough to distinguish commits

} // namespace

QString searchText(const Deployment &deployment)
{
    QStringList words{deployment.application.name, deployment.project, deployment.actor.name};
    for (const auto &change : deployment.images)
        words << change.repository << change.from << change.to;
    words << deployment.chartFrom << deployment.chartTo;
    for (const auto &revision : deployment.revisionsTo)
        words << revision.left(kRevision);
    if (deployment.commit)
        words << deployment.commit->author << deployment.commit->message;
    words.removeDuplicates();
    QStringList kept; // a word contained in another is found there
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool isPart = std::ranges::any_of(
            words, [&](const QString &other) { return other.size() > words[i].size() && other.contains(words[i]); });
        if (!isPart)
            kept += words[i];
    }
    return kept.join(u'\n').toCaseFolded();
}

QString soughtText(const QString &text)
{
    const auto folded = text.toCaseFolded();
    const bool isCommit = folded.size() > kRevision && std::ranges::all_of(folded, [](QChar digit) {
                              return (digit >= u'0' && digit <= u'9') || (digit >= u'a' && digit <= u'f');
                          });
    return isCommit ? folded.left(kRevision) : folded;
}

QByteArray recordBytes(const Deployment &deployment)
{
    auto record = deployment;
    record.application = {};
    record.startedAt = {};
    if (record.commit)
        record.commit->message = record.commit->message.section(u'\n', 0, 0).left(kMostMessage);
    return packed(detail::write(record).toMap(), kDictionary);
}

Result<Deployment> deploymentFrom(const QByteArray &record, const ApplicationKey &application, Instant startedAt)
{
    const auto map = unpacked(record, kDictionary);
    if (!map)
        return tl::unexpected(map.error());
    Deployment deployment;
    if (!detail::readInto(*map, deployment))
        return tl::unexpected(Error{Error::Kind::Malformed, {}, u"a stored deployment cannot be read"_s, false, 0});
    deployment.application = application;
    deployment.startedAt = startedAt;
    return deployment;
}

} // namespace lynceus
