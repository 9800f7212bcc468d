#include "core/engine/text/deploymenttext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

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

// Outcomes, proofs, kinds of actors and causes: textOf() looks them up by their names in JSON.
[[maybe_unused]] constexpr std::array kNames{
    QT_TRANSLATE_NOOP("Deployments", "in progress"),
    QT_TRANSLATE_NOOP("Deployments", "deployed"),
    QT_TRANSLATE_NOOP("Deployments", "failed"),
    QT_TRANSLATE_NOOP("Deployments", "timed out"),
    QT_TRANSLATE_NOOP("Deployments", "superseded"),
    QT_TRANSLATE_NOOP("Deployments", "unknown"),
    QT_TRANSLATE_NOOP("Deployments", "watched"),
    QT_TRANSLATE_NOOP("Deployments", "observed"),
    QT_TRANSLATE_NOOP("Deployments", "reconstructed"),
    QT_TRANSLATE_NOOP("Deployments", "user"),
    QT_TRANSLATE_NOOP("Deployments", "automated"),
    QT_TRANSLATE_NOOP("Deployments", "image updater"),
    QT_TRANSLATE_NOOP("Deployments", "applicationset"),
    QT_TRANSLATE_NOOP("Deployments", "rollback"),
    QT_TRANSLATE_NOOP("Deployments", "parameter override"),
    QT_TRANSLATE_NOOP("Deployments", "regressed"),
    QT_TRANSLATE_NOOP("Deployments", "image pull"),
    QT_TRANSLATE_NOOP("Deployments", "crash loop"),
    QT_TRANSLATE_NOOP("Deployments", "container config"),
    QT_TRANSLATE_NOOP("Deployments", "init failed"),
    QT_TRANSLATE_NOOP("Deployments", "unschedulable"),
    QT_TRANSLATE_NOOP("Deployments", "volume"),
    QT_TRANSLATE_NOOP("Deployments", "quota"),
    QT_TRANSLATE_NOOP("Deployments", "readiness"),
    QT_TRANSLATE_NOOP("Deployments", "progress deadline"),
    QT_TRANSLATE_NOOP("Deployments", "rollout aborted"),
    QT_TRANSLATE_NOOP("Deployments", "hook failed"),
    QT_TRANSLATE_NOOP("Deployments", "sync failed"),
    QT_TRANSLATE_NOOP("Deployments", "sync error"),
    QT_TRANSLATE_NOOP("Deployments", "comparison error"),
    QT_TRANSLATE_NOOP("Deployments", "invalid spec"),
    QT_TRANSLATE_NOOP("Deployments", "admission denied"),
    QT_TRANSLATE_NOOP("Deployments", "degraded"),
    QT_TRANSLATE_NOOP("Deployments", "image not in application"),
    QT_TRANSLATE_NOOP("Deployments", "children"),
    QT_TRANSLATE_NOOP("Deployments", "pruning needed"),
    QT_TRANSLATE_NOOP("Deployments", "out of sync"),
    QT_TRANSLATE_NOOP("Deployments", "app deleted"),
    QT_TRANSLATE_NOOP("Deployments", "superseded by"),
    QT_TRANSLATE_NOOP("Deployments", "rolled back"),
    QT_TRANSLATE_NOOP("Deployments", "auto sync off"),
    QT_TRANSLATE_NOOP("Deployments", "sync window"),
    QT_TRANSLATE_NOOP("Deployments", "suspended"),
    QT_TRANSLATE_NOOP("Deployments", "paused"),
    QT_TRANSLATE_NOOP("Deployments", "skip reconcile"),
    QT_TRANSLATE_NOOP("Deployments", "not noticed"),
    QT_TRANSLATE_NOOP("Deployments", "other operation"),
    QT_TRANSLATE_NOOP("Deployments", "waiting for wave"),
    QT_TRANSLATE_NOOP("Deployments", "waiting for hook"),
    QT_TRANSLATE_NOOP("Deployments", "old pods left"),
    QT_TRANSLATE_NOOP("Deployments", "controller stalled"),
    QT_TRANSLATE_NOOP("Deployments", "repo unreachable"),
    QT_TRANSLATE_NOOP("Deployments", "ignored difference"),
    QT_TRANSLATE_NOOP("Deployments", "image rewritten"),
    QT_TRANSLATE_NOOP("Deployments", "update strategy"),
    QT_TRANSLATE_NOOP("Deployments", "old pod broken"),
    QT_TRANSLATE_NOOP("Deployments", "applicationset step"),
    QT_TRANSLATE_NOOP("Deployments", "starting"),
    QT_TRANSLATE_NOOP("Deployments", "not created"),
    QT_TRANSLATE_NOOP("Deployments", "desired state error"),
    QT_TRANSLATE_NOOP("Deployments", "unreachable"),
    QT_TRANSLATE_NOOP("Deployments", "sign in"),
    QT_TRANSLATE_NOOP("Deployments", "permission"),
    QT_TRANSLATE_NOOP("Deployments", "stale"),
    QT_TRANSLATE_NOOP("Deployments", "sync awaited"),
    QT_TRANSLATE_NOOP("Deployments", "sync running"),
    QT_TRANSLATE_NOOP("Deployments", "comparison awaited"),
    QT_TRANSLATE_NOOP("Deployments", "revision unproven"),
    QT_TRANSLATE_NOOP("Deployments", "application gone"),
    QT_TRANSLATE_NOOP("Deployments", "operation failed"),
    QT_TRANSLATE_NOOP("Deployments", "images unproven"),
    QT_TRANSLATE_NOOP("Deployments", "not healthy"),
    QT_TRANSLATE_NOOP("Deployments", "newer deployment"),
};

QString fromTo(const QString &from, const QString &to)
{
    return from.isEmpty() ? to : from + u" → "_s + to;
}

QString imageText(const ImageChange &change)
{
    return fromTo(versionText(change.from, true), versionText(change.to, true));
}

/// @param chart contains %1 for the versions.
QString changesOf(const Deployment &deployment, const QString &chart)
{
    QStringList changes;
    for (const auto &change : deployment.images)
        changes += change.repository + u' ' + imageText(change);
    if (!deployment.chartTo.isEmpty())
        changes += chart.arg(fromTo(deployment.chartFrom, deployment.chartTo));
    return changes.join(u", "_s);
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

/// Deployments observed by others may only have a message.
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
    return changesOf(deployment, Text::tr("chart %1"));
}

QString changeColumn(const Deployment &deployment)
{
    return changesOf(deployment, u"chart %1"_s);
}

QString actorText(const Actor &actor)
{
    const auto name = actor.name.section(u" <"_s, 0, 0); // a commit's author without the email address
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

QString textOf(QString name)
{
    return Text::tr(name.replace(u'-', u' ').toUtf8().constData());
}

QString translatedActorText(const Actor &actor)
{
    const auto kind = nameOf(actor.kind);
    const auto text = actorText(actor);
    return text.startsWith(kind) ? textOf(kind) + text.mid(kind.size()) : text;
}

QString causeText(const Deployment &deployment)
{
    return withMessage(textOf(deployment.cause), deployment);
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
