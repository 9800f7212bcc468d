#include "app/gui/detail/detailtext.h"

#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/text/facts.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/servertext.h"
#include "core/engine/text/verdicttext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kLastWords = 600; ///< characters of a container's log that a banner shows

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Detail)
};

QString whoText(const QString &who)
{
    return who == "pipeline"_L1 ? Text::tr("a pipeline") : who;
}

QStringList watchFacts(const WatchRecord &watch, const std::optional<Eta> &eta, Instant now, const QTimeZone &zone)
{
    QStringList facts;
    const auto at = momentText(watch.registeredAt, now, zone);
    facts << (watch.request.who.isEmpty() ? Text::tr("registered %1").arg(at)
                                          : Text::tr("registered %1 by %2").arg(at, whoText(watch.request.who)));
    facts << rowTimeSentence(watch, paceOf(watch, eta, now), now, zone);
    if (const auto remark = remarkText(watch); !remark.isEmpty())
        facts << remark;
    if (!watch.request.release.isEmpty())
        facts << Text::tr("release %1").arg(watch.request.release);
    return facts;
}

QStringList applicationFacts(const Application &application, Instant now, const QTimeZone &zone)
{
    QStringList facts{nameOf(application.health.status), nameOf(application.sync)};
    if (!application.autoSync)
        facts << Text::tr("auto-sync is off");
    if (!application.history.empty() && application.history.back().deployedAt)
        facts << Text::tr("last sync %1").arg(momentText(*application.history.back().deployedAt, now, zone));
    return facts;
}

BannerText failing(const WatchRecord &watch, const QTimeZone &zone)
{
    BannerText text{sentence(watch.verdict, watch.expectation, zone), {}};
    const auto words = serverText(watch.verdict.cause->message, kLastWords);
    if (!words.isEmpty() && !text.sentence.contains(words))
        text.more = words;
    return text;
}

} // namespace

QString DetailSubject::project() const
{
    if (live && !live->project.isEmpty())
        return live->project;
    return watch ? watch->request.project : QString();
}

QString DetailSubject::revision() const
{
    if (watch && !watch->verdict.evidence.revisions.isEmpty())
        return watch->verdict.evidence.revisions.front();
    return live && !live->revisions.isEmpty() ? live->revisions.front() : QString();
}

QString imageLine(const DetailSubject &subject)
{
    if (subject.watch)
        return expectedText(subject.watch->expectation);
    return subject.live ? subject.live->summaryImages.join(u", "_s) : QString();
}

QString factsLine(const DetailSubject &subject, Instant now, const QTimeZone &zone)
{
    QStringList facts;
    if (const auto project = subject.project(); !project.isEmpty())
        facts << Text::tr("project %1").arg(project);
    if (subject.watch)
        facts << watchFacts(*subject.watch, subject.eta, now, zone);
    else if (subject.live)
        facts << applicationFacts(*subject.live, now, zone);
    else
        facts << (subject.trouble ? Text::tr("not readable") : Text::tr("loading"));
    return joinedFacts(facts);
}

QString commitLine(const DetailSubject &subject, Instant now, const QTimeZone &zone)
{
    const auto revision = shortRevision(subject.revision());
    if (revision.isEmpty() || !subject.commit)
        return revision;
    const auto &commit = *subject.commit;
    QStringList parts;
    if (!commit.author.isEmpty())
        parts << commit.author.section(u'<', 0, 0).trimmed();
    if (commit.date)
        parts << momentText(*commit.date, now, zone);
    auto text = revision + u"  "_s + parts.join(u", "_s);
    const auto subjectLine = commit.message.section(u'\n', 0, 0).trimmed();
    return subjectLine.isEmpty() ? text : text + u": "_s + subjectLine;
}

std::optional<BannerText> bannerOf(const WatchRecord &watch, const QTimeZone &zone)
{
    const auto &verdict = watch.verdict;
    if (verdict.cause)
        return failing(watch, zone);
    if (verdict.outcome == Outcome::Waiting && !isHeldUp(verdict))
        return {};
    if (const auto reason = reportedReason(watch); !reason.isEmpty())
        return BannerText{sentence(verdict, watch.expectation, zone), serverText(reason, kLastWords)};
    return BannerText{sentence(verdict, watch.expectation, zone), {}}; // includes the remedy of a blocker
}

std::optional<BannerText> bannerOf(const Application &application)
{
    QStringList words;
    for (const auto &condition : application.conditions) {
        if (condition.type.endsWith("Error"_L1))
            words << condition.type + u": "_s + serverText(condition.message, kLastWords);
    }
    const auto &operation = application.operationState;
    if (operation && (operation->phase == OperationPhase::Failed || operation->phase == OperationPhase::Error))
        words.prepend(Text::tr("The last sync failed: %1").arg(serverText(operation->message, kLastWords)));
    if (words.isEmpty())
        return {};
    const auto first = words.takeFirst();
    return BannerText{first, words.join(u'\n')};
}

TroubleText troubleOf(const Error &error, const DetailSubject &subject)
{
    const auto instance = subject.instanceName();
    const auto project = subject.project();
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return {Text::tr("%1 is paused; its data is not updated.").arg(instance), DetailRemedy::OpenInstance};
    case Error::Kind::SignInNeeded:
        return {Text::tr("You are not signed in to %1, or your sign-in has expired.").arg(instance),
                DetailRemedy::OpenInstance};
    case Error::Kind::Certificate:
    case Error::Kind::NotArgoCd:
        return {Text::tr("%1 is not trusted or is not an Argo CD server: %2.").arg(instance, error.message),
                DetailRemedy::OpenInstance};
    case Error::Kind::Forbidden:
        return {project.isEmpty()
                    ? Text::tr("The application does not exist, or your account does not have access to it. "
                               "Ask your administrator for the permission “applications, get”.")
                    : Text::tr("The application does not exist, or your account does not have access to it in "
                               "project %1. Ask your administrator for the permission “applications, get”.")
                          .arg(project),
                DetailRemedy::TryAgain};
    case Error::Kind::NotFound:
        return {Text::tr("Application %2 no longer exists on %1.").arg(instance, subject.application.name),
                DetailRemedy::TryAgain};
    case Error::Kind::Unreachable:
    case Error::Kind::TimedOut:
    case Error::Kind::Server:
        return {Text::tr("%1 does not respond: %2. Lynceus retries automatically.").arg(instance, error.message),
                DetailRemedy::TryAgain};
    case Error::Kind::BadInput:
    case Error::Kind::TooLarge:
    case Error::Kind::Malformed:
    case Error::Kind::NotAllowed:
        return {Text::tr("The response from %1 cannot be processed: %2.").arg(instance, error.message),
                DetailRemedy::TryAgain};
    }
    Q_UNREACHABLE();
}

QString shortRevision(const QString &revision)
{
    constexpr qsizetype kCommit = 40; // length of a SHA-1
    constexpr qsizetype kShort = 7;
    const bool isCommit = revision.size() >= kCommit
        && std::ranges::all_of(revision, [](QChar c) { return c.isDigit() || (c >= u'a' && c <= u'f'); });
    return isCommit ? revision.first(kShort) : revision;
}

} // namespace lynceus
