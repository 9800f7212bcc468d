#include "core/engine/demo/inventedweek.h"

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace std::chrono_literals;

using Outcome = Deployment::Outcome;

constexpr auto kDegraded = "degraded";
constexpr auto kNotHealthy = "not-healthy";

enum class By { Ada, Noor, Bot, ImageUpdater, Sync, Rollback };

/// A deployment of a service; they are in order.
struct Step
{
    int day;  ///< days before now, at most 7
    int hour; ///< hours before the same time of that day
    const char *version;
    By by = By::Ada;
    Outcome outcome = Outcome::Deployed;
    const char *cause = "";
};

struct Service
{
    const char *instance;
    const char *application;
    const char *repository;
    const char *first; ///< version before the week
    std::span<const Step> steps;
};

constexpr std::array kStagingWeb{
    Step{7, 1, "1.3.5"},           Step{6, 4, "1.3.6", By::Noor},
    Step{5, 2, "1.3.7"},           Step{4, 6, "1.3.8", By::Noor, Outcome::Failed, kDegraded},
    Step{4, 5, "1.3.9", By::Noor}, Step{3, 3, "1.4.0-rc.1"},
    Step{1, 2, "1.4.0"},
};
constexpr std::array kApi{
    Step{7, 3, "1.9.6", By::Noor},
    Step{6, 2, "1.9.7", By::Noor},
    Step{5, 5, "1.9.8", By::Noor, Outcome::TimedOut, kNotHealthy},
    Step{5, 4, "1.9.7", By::Rollback},
    Step{3, 1, "1.9.9", By::Noor},
    Step{2, 4, "2.0.0", By::Noor},
};
constexpr std::array kSearch{
    Step{6, 1, "6.9.0", By::Bot},
    Step{4, 2, "6.9.1", By::Bot},
    Step{2, 6, "6.10.0", By::Bot, Outcome::Superseded, "newer-deployment"},
    Step{2, 5, "7.0.0", By::Bot},
};
constexpr std::array kWaves{
    Step{5, 3, "0.9.4"},
    Step{1, 4, "1.0.0"},
};
constexpr std::array kUpdated{
    Step{7, 5, "0.9.6", By::ImageUpdater}, Step{5, 1, "0.9.7", By::ImageUpdater},
    Step{4, 1, "0.9.8", By::ImageUpdater}, Step{3, 5, "0.9.9", By::ImageUpdater, Outcome::Failed, kDegraded},
    Step{2, 1, "1.0.0", By::ImageUpdater},
};
constexpr std::array kProductionWeb{
    Step{7, 2, "1.4.1", By::Bot},
    Step{5, 6, "1.4.2", By::Bot},
    Step{3, 2, "1.4.3", By::Bot},
    Step{1, 1, "1.5.0", By::Bot},
};
constexpr std::array kCart{
    Step{6, 3, "0.9.0", By::Sync},
    Step{4, 3, "0.9.1", By::Sync, Outcome::Failed, "operation-failed"},
    Step{4, 2, "0.9.2", By::Sync},
};
constexpr std::array kCanary{
    Step{6, 5, "0.9.8", By::Bot},
    Step{3, 4, "1.0.0", By::Bot},
};

constexpr std::array kServices{
    Service{"demo-staging", "shop-web", "ghcr.io/acme/shop-web", "1.3.4", kStagingWeb},
    Service{"demo-staging", "shop-api", "ghcr.io/acme/shop-api", "1.9.5", kApi},
    Service{"demo-staging", "shop-search", "ghcr.io/acme/shop-search", "6.8.0", kSearch},
    Service{"demo-staging", "shop-waves", "ghcr.io/acme/waves-app", "0.9.3", kWaves},
    Service{"demo-staging", "iu-kust", "ghcr.io/acme/iu-kust", "0.9.5", kUpdated},
    Service{"demo-production", "shop-web", "ghcr.io/acme/shop-web", "1.4.0", kProductionWeb},
    Service{"demo-production", "shop-cart", "ghcr.io/acme/shop-cart", "0.8.9", kCart},
    Service{"demo-production", "shop-canary", "ghcr.io/acme/shop-canary", "0.9.7", kCanary},
};

Actor actorOf(By by)
{
    switch (by) {
    case By::Noor:
        return {Actor::Kind::Automated, u"Noor Haddad <noor@acme.example>"_s};
    case By::Bot:
        return {Actor::Kind::Automated, u"Release Bot <release@acme.example>"_s};
    case By::ImageUpdater:
        return {Actor::Kind::ImageUpdater, {}};
    case By::Sync:
        return {Actor::Kind::User, u"ada"_s};
    case By::Rollback:
        return {Actor::Kind::Rollback, u"noor"_s};
    case By::Ada:
        break;
    }
    return {Actor::Kind::Automated, u"Ada Keller <ada@acme.example>"_s};
}

/// An id with the length of a commit id.
QString revisionOf(const Service &service, const QString &version)
{
    const auto hash = qHash(QString::fromLatin1(service.repository) + version, 7);
    return u"%1"_s.arg(hash, 40, 16, QChar(u'0')).right(40);
}

QString messageOf(Outcome outcome, const QString &cause)
{
    if (cause == "operation-failed"_L1)
        return u"one or more objects failed to apply"_s;
    return outcome == Outcome::TimedOut ? u"not healthy after 15 minutes"_s : QString();
}

Deployment madeOf(const Service &service, const Step &step, const QString &from, Instant now)
{
    const auto version = QString::fromLatin1(step.version);
    const bool hasCommit = step.by != By::ImageUpdater && step.by != By::Rollback;
    Deployment made;
    made.application = {QString::fromLatin1(service.instance), u"argocd"_s, QString::fromLatin1(service.application)};
    made.project = u"shop"_s;
    made.kind = step.by == By::Rollback ? Deployment::Kind::Rollback : Deployment::Kind::Image;
    made.outcome = step.outcome;
    made.actor = actorOf(step.by);
    made.images = {{QString::fromLatin1(service.repository), {from}, {version}}};
    made.revisionsFrom = QStringList{revisionOf(service, from)};
    made.revisionsTo = QStringList{revisionOf(service, version)};
    const auto minute = int(qHash(version + made.application.name, 3) % 50);
    made.startedAt = std::chrono::floor<std::chrono::seconds>(now - 24h * step.day - 1h * step.hour - 1min * minute);
    if (hasCommit)
        made.commit = RevisionMetadata{step.by == By::Sync ? u"Ada Keller <ada@acme.example>"_s : made.actor.name,
                                       u"Release %1 %2 (simulated for the demo)"_s.arg(made.application.name, version),
                                       made.startedAt - 1min * (2 + minute / 4)};
    made.endedAt = made.startedAt + (step.outcome == Outcome::TimedOut ? 15min : 1s * (35 + minute * 3));
    made.cause = QString::fromLatin1(step.cause);
    made.message = messageOf(step.outcome, made.cause);
    return made;
}

} // namespace

std::vector<Deployment> inventedWeek(Instant now)
{
    std::vector<Deployment> week;
    for (const auto &service : kServices) {
        auto from = QString::fromLatin1(service.first);
        for (const auto &step : service.steps) {
            week.push_back(madeOf(service, step, from, now));
            from = QString::fromLatin1(step.version);
        }
    }
    return week;
}

} // namespace lynceus
