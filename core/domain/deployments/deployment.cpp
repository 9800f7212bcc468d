#include "core/domain/deployments/deployment.h"

#include "core/domain/rollout/expectation/expectedversion.h"

using namespace Qt::StringLiterals;

namespace lynceus {

QString deploymentId(const ApplicationKey &application, Instant startedAt)
{
    return u"%1/%2/%3@%4"_s.arg(application.instance, application.nameSpace, application.name)
        .arg(startedAt.time_since_epoch().count() / 1000); // servers report whole seconds
}

QString changedCommit(const Deployment &deployment)
{
    constexpr qsizetype kWhole = 40; // digits of SHA-1
    for (qsizetype i = 0; i < deployment.revisionsTo.size(); ++i) {
        const auto &revision = deployment.revisionsTo[i];
        if (revision != deployment.revisionsFrom.value(i) && revision.size() >= kWhole && isCommit(revision))
            return revision;
    }
    return {};
}

QString nameOf(Deployment::Kind kind)
{
    switch (kind) {
    case Deployment::Kind::Image:
        return u"image"_s;
    case Deployment::Kind::Chart:
        return u"chart"_s;
    case Deployment::Kind::Configuration:
        return u"configuration"_s;
    case Deployment::Kind::Rollback:
        return u"rollback"_s;
    case Deployment::Kind::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString nameOf(Deployment::Outcome outcome)
{
    switch (outcome) {
    case Deployment::Outcome::InProgress:
        return u"in-progress"_s;
    case Deployment::Outcome::Deployed:
        return u"deployed"_s;
    case Deployment::Outcome::Failed:
        return u"failed"_s;
    case Deployment::Outcome::TimedOut:
        return u"timed-out"_s;
    case Deployment::Outcome::Superseded:
        return u"superseded"_s;
    case Deployment::Outcome::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString nameOf(Deployment::Proof proof)
{
    switch (proof) {
    case Deployment::Proof::Watched:
        return u"watched"_s;
    case Deployment::Proof::Observed:
        return u"observed"_s;
    case Deployment::Proof::Reconstructed:
        break;
    }
    return u"reconstructed"_s;
}

QString nameOf(Actor::Kind kind)
{
    switch (kind) {
    case Actor::Kind::User:
        return u"user"_s;
    case Actor::Kind::Automated:
        return u"automated"_s;
    case Actor::Kind::ImageUpdater:
        return u"image-updater"_s;
    case Actor::Kind::ApplicationSet:
        return u"applicationset"_s;
    case Actor::Kind::Rollback:
        return u"rollback"_s;
    case Actor::Kind::ParameterOverride:
        break;
    }
    return u"parameter-override"_s;
}

QString versionOf(const ImageReference &image)
{
    if (image.digest.isEmpty())
        return image.tag.isEmpty() ? u"latest"_s : image.tag;
    return image.tag.isEmpty() ? image.digest : image.tag + u'@' + image.digest;
}

QString versionText(const QStringList &versions, bool isShort)
{
    constexpr qsizetype kDigits = 12;
    constexpr auto kAlgorithm = "sha256:"_L1;
    QStringList texts;
    for (const auto &version : versions) {
        const auto digest = version.indexOf(kAlgorithm);
        texts += isShort && digest >= 0 ? version.left(digest + kAlgorithm.size() + kDigits) : version;
    }
    return texts.join(u", "_s);
}

} // namespace lynceus
