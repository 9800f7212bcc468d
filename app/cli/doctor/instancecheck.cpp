#include "app/cli/doctor/instancecheck.h"

#include "core/domain/redaction/redact.h"
#include "core/engine/instances/showncertificate.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using State = Finding::State;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Doctor)
};

bool isThisComputer(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

/// The remedy for a server that does not respond.
QString remedyFor(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Unreachable:
    case Error::Kind::TimedOut:
        return Text::tr("check the address, the network or VPN, and the proxy (lynceus instances add --proxy)");
    case Error::Kind::NotArgoCd:
        return Text::tr(
            "check the address and its base path; a gateway may require headers (lynceus instances add --header)");
    default:
        return {};
    }
}

} // namespace

InstanceCheck::InstanceCheck(Instance instance, Way way, std::function<SessionState()> session, const Clock &clock,
                             Duration limit, QObject *parent)
    : QObject(parent)
    , m_instance(std::move(instance))
    , m_way(std::move(way))
    , m_session(std::move(session))
    , m_clock(clock)
    , m_limit(this)
{
    m_limit.setObjectName(u"limit"_s);
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, this, &InstanceCheck::timeIsUp);
}

InstanceCheck::~InstanceCheck()
{
    m_isDone = true; // ignore requests that the client settles as cancelled
    m_client.reset();
}

void InstanceCheck::start()
{
    if (m_instance.paused) {
        m_findings.push_back({u"reach"_s, State::Ok, Text::tr("paused, not contacted"), {}, {}});
        QMetaObject::invokeMethod(this, &InstanceCheck::finish, Qt::QueuedConnection);
        return;
    }
    m_limit.start();
    m_way(this, [this](Result<InstanceAccess> access) {
        if (!m_isDone)
            takeAccess(std::move(access));
    });
}

void InstanceCheck::takeAccess(Result<InstanceAccess> access)
{
    if (!access) {
        m_findings.push_back(badFinding(u"reach"_s, access.error()));
        return finish();
    }
    m_access = std::move(*access);
    auto *question = new AnonymousRequest(m_access, versionPath(), m_clock, this);
    connect(question, &AnonymousRequest::answered, this, [this, question](const OpenAnswer &answer) {
        question->deleteLater();
        if (!m_isDone)
            takeVersion(answer);
    });
    question->ask();
}

void InstanceCheck::takeVersion(const OpenAnswer &answer)
{
    const auto version = answer.body.and_then([](const QByteArray &body) { return Decoder().version(body); });
    if (version)
        m_findings.push_back({u"reach"_s, State::Ok, Text::tr("the server responds"), {}, {}});
    else
        m_findings.push_back(badFinding(u"reach"_s, version.error(), remedyFor(version.error().kind)));
    addCertificate(answer);
    addClock(answer);
    if (!version) {
        m_findings.push_back(
            {u"sign-in"_s, State::Unknown, Text::tr("not checked, because no Argo CD server responded"), {}, {}});
        return finish();
    }
    m_version = *version;
    m_findings.push_back(judgedVersion(m_version));
    m_client = std::make_unique<ArgoCdClient>(m_instance.id, m_access, m_clock);
    askUser();
}

void InstanceCheck::addCertificate(const OpenAnswer &answer)
{
    if (m_access.baseUrl.scheme() == "http"_L1) {
        const auto check = u"certificate"_s;
        if (isThisComputer(m_access.baseUrl))
            m_findings.push_back({check, State::Ok, Text::tr("none (this computer, without TLS)"), {}, {}});
        else
            m_findings.push_back({check,
                                  State::Warning,
                                  Text::tr("none: anyone on the network path can read the token"),
                                  Text::tr("use https"),
                                  {}});
        return;
    }
    if (answer.certificate.isNull())
        return; // the reason is already reported
    ShownCertificate shown{shownCertificate(answer), !m_access.pinnedFingerprint.isEmpty(),
                           !m_access.authorities.isEmpty(), m_access.insecure};
    if (shown.certificate.fingerprint == m_access.pinnedFingerprint)
        shown.certificate.problem.clear(); // the user accepted the certificate, whatever else is wrong with it
    m_findings.push_back(judgedCertificate(shown, m_clock.now()));
}

void InstanceCheck::addClock(const OpenAnswer &answer)
{
    if (!answer.body && !answer.serverTime)
        return;
    ServerClock clock;
    if (answer.serverTime)
        clock.learn(*answer.serverTime, answer.askedAt, answer.answeredAt);
    m_findings.push_back(judgedClock(clock.offset()));
}

void InstanceCheck::askUser()
{
    m_awaited = "sign-in";
    std::ignore = m_client->userInfo(this).then(this, [this](const Result<Answer<UserInfo>> &user) {
        if (!m_isDone)
            takeUser(user.map([](const Answer<UserInfo> &answer) { return answer.value; }));
    });
}

void InstanceCheck::takeUser(const Result<UserInfo> &user)
{
    const auto finding = judgedSignIn(m_instance.name, m_instance.signIn, user, m_session(), m_clock.now());
    m_findings.push_back(finding);
    if (finding.state == State::Bad) {
        m_findings.push_back(
            {u"applications"_s, State::Unknown, Text::tr("not checked, because you are not signed in"), {}, {}});
        return finish();
    }
    m_awaited = "applications";
    askRights();
}

void InstanceCheck::askRights()
{
    auto *question = new RightsQuestion(
        *m_client, m_instance.projects,
        [this](QObject *context, RightsQuestion::Seen seen) { check(context, std::move(seen)); }, this);
    connect(question, &RightsQuestion::answered, this, &InstanceCheck::takeRights);
    connect(question, &RightsQuestion::failed, this, [this] { takeRights({}); });
    question->ask();
}

void InstanceCheck::takeRights(const AccountRights &rights)
{
    if (m_isDone)
        return;
    for (auto &finding : judgedRights(rights))
        m_findings.push_back(std::move(finding));
    finish();
}

void InstanceCheck::check(QObject *context, RightsQuestion::Seen seen)
{
    using List = std::shared_ptr<DecodedApplicationList>;
    ListFilter filter;
    filter.projects = m_instance.projects;
    filter.selector = m_instance.selector;
    std::ignore = m_client->list(m_version, ApplicationDetail::Summary, filter, context)
                      .then(context, [seen = std::move(seen)](const Result<Answer<List>> &list) {
                          if (!list)
                              return seen(std::nullopt);
                          RightsQuestion::Visible visible;
                          for (const auto &application : (*list->value).applications)
                              visible.add(application);
                          seen(visible);
                      });
}

void InstanceCheck::timeIsUp()
{
    const bool isReach = qstrcmp(m_awaited, "reach") == 0;
    const auto sentence = Text::tr("no response within %1").arg(formatDuration(m_limit.intervalAsDuration()));
    m_findings.push_back({QString::fromLatin1(m_awaited), isReach ? State::Bad : State::Unknown, sentence,
                          isReach ? remedyFor(Error::Kind::TimedOut) : Text::tr("try again later"),
                          isReach ? std::optional(Error::Kind::TimedOut) : std::nullopt});
    finish();
}

void InstanceCheck::finish()
{
    if (std::exchange(m_isDone, true))
        return;
    m_limit.stop();
    Q_EMIT done();
}

} // namespace lynceus
