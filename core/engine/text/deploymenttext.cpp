#include "core/engine/text/deploymenttext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kCommitIdLength = 40;
constexpr qsizetype kLongCommitIdLength = 64; // SHA-256
constexpr qsizetype kShortCommitId = 7;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Deployments)
};

QString fromTo(const QString &from, const QString &to)
{
    return from.isEmpty() ? to : from + u" → "_s + to;
}

QString imageText(const ImageChange &change)
{
    return fromTo(versionText(change.from, true), versionText(change.to, true));
}

QString revisionText(const QStringList &revisions)
{
    QStringList texts;
    std::ranges::transform(revisions, std::back_inserter(texts), shortCommit);
    return texts.join(u' ');
}

QString dateOf(const VersionLag &lag, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(lag.since.time_since_epoch().count(), zone).date().toString(Qt::ISODate);
}

/// Of what others watched there may be a message alone.
QString withMessage(const QString &cause, const Deployment &deployment)
{
    QStringList parts{cause, deployment.message};
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

} // namespace

QString shortCommit(const QString &revision)
{
    const bool isCommitId = (revision.size() == kCommitIdLength || revision.size() == kLongCommitIdLength)
        && std::ranges::all_of(revision, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    return isCommitId ? revision.left(kShortCommitId) : revision;
}

QString changeText(const Deployment &deployment)
{
    QStringList texts;
    for (const auto &change : deployment.images) {
        if (change.isHook)
            continue;
        const bool isNamed = deployment.images.size() > 1;
        texts += isNamed ? change.repository.section(u'/', -1) + u' ' + imageText(change) : imageText(change);
    }
    if (!deployment.chartTo.isEmpty())
        texts += Text::tr("chart %1").arg(fromTo(deployment.chartFrom, deployment.chartTo));
    if (texts.isEmpty())
        texts += Text::tr("revision %1")
                     .arg(fromTo(revisionText(deployment.revisionsFrom), revisionText(deployment.revisionsTo)));
    const auto text = texts.join(u", "_s);
    //: %1 is a change: "rollback 1.5.0 → 1.4.2"
    return deployment.kind == Deployment::Kind::Rollback ? Text::tr("rollback %1").arg(text) : text;
}

QString wholeChangeText(const Deployment &deployment)
{
    QStringList changes;
    for (const auto &change : deployment.images)
        changes += change.repository + u' ' + imageText(change);
    if (!deployment.chartTo.isEmpty())
        changes += Text::tr("chart %1").arg(fromTo(deployment.chartFrom, deployment.chartTo));
    return changes.join(u", "_s);
}

QString actorText(const Actor &actor)
{
    const auto name = actor.name.section(u" <"_s, 0, 0); // a commit's author without the address
    switch (actor.kind) {
    case Actor::Kind::User:
    case Actor::Kind::Rollback:
        return name;
    case Actor::Kind::Automated:
    case Actor::Kind::ImageUpdater:
    case Actor::Kind::ApplicationSet:
    case Actor::Kind::ParameterOverride:
        break;
    }
    return name.isEmpty() ? nameOf(actor.kind) : nameOf(actor.kind) + u": "_s + name;
}

QString deploymentCauseText(const Deployment &deployment)
{
    return withMessage(deployment.cause, deployment);
}

QString wordsOf(QString name)
{
    return name.replace(u'-', u' ');
}

QString actorWords(const Actor &actor)
{
    const auto kind = nameOf(actor.kind);
    const auto text = actorText(actor);
    return text.startsWith(kind) ? wordsOf(kind) + text.mid(kind.size()) : text;
}

QString causeWords(const Deployment &deployment)
{
    return withMessage(wordsOf(deployment.cause), deployment);
}

QString lagText(const VersionLag &lag, const QString &environment, const QTimeZone &zone)
{
    const auto since = dateOf(lag, zone);
    return lag.deployments == 1
        ? Text::tr("1 deployment behind %1 since %2").arg(environment, since)
        : Text::tr("%n deployments behind %1 since %2", nullptr, int(lag.deployments)).arg(environment, since);
}

QString shortLagText(const VersionLag &lag)
{
    return Text::tr("%n behind since %1", nullptr, int(lag.deployments)).arg(dateOf(lag, QTimeZone::systemTimeZone()));
}

} // namespace lynceus
