#include "core/engine/doctor/instancecheck.h"

#include "core/domain/base/redact.h"
#include "core/engine/instances/showncertificate.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using State = Finding::State;

constexpr std::size_t kMostSamples = 3; // of projects: enough for a word about logs

QString tr(const char *source)
{
    return QCoreApplication::translate("doctor", source);
}

bool isThisComputer(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

/// What a person can do about a server that does not answer.
QString remedyFor(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Unreachable:
    case Error::Kind::TimedOut:
        return tr("check the address, the network or VPN, and the proxy (lynceus instances add --proxy)");
    case Error::Kind::NotArgoCd:
        return tr("check the address and its base path; a gateway may want headers (lynceus instances add --header)");
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
    m_rights.project = m_instance.projects.isEmpty() ? u"*"_s : m_instance.projects.front();
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, this, &InstanceCheck::timeIsUp);
}

InstanceCheck::~InstanceCheck()
{
    m_isDone = true; // what the client settles as cancelled is no finding
    m_client.reset();
}

void InstanceCheck::start()
{
    if (m_instance.paused) {
        m_findings.push_back({u"reach"_s, State::Ok, tr("paused: it is not contacted"), {}, {}});
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
    auto *question = new OpenQuestion(m_access, versionPath(), m_clock, this);
    connect(question, &OpenQuestion::answered, this, [this, question](const OpenAnswer &answer) {
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
        m_findings.push_back({u"reach"_s, State::Ok, tr("it answers"), {}, {}});
    else
        m_findings.push_back(badFinding(u"reach"_s, version.error(), remedyFor(version.error().kind)));
    addCertificate(answer);
    addClock(answer);
    if (!version) {
        m_findings.push_back({u"sign-in"_s, State::Unknown, tr("not asked, as no Argo CD answered"), {}, {}});
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
            m_findings.push_back({check, State::Ok, tr("none: it is this computer, without TLS"), {}, {}});
        else
            m_findings.push_back(
                {check, State::Warning, tr("none: anybody in between can read the token"), tr("use https"), {}});
        return;
    }
    if (answer.certificate.isNull())
        return; // why is said already
    ShownCertificate shown{shownCertificate(answer), !m_access.pinnedFingerprint.isEmpty(),
                           !m_access.authorities.isEmpty(), m_access.insecure};
    if (shown.certificate.fingerprint == m_access.pinnedFingerprint)
        shown.certificate.problem.clear(); // whatever else is said against it, a person accepted it
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
        m_findings.push_back({u"applications"_s, State::Unknown, tr("not asked, as nobody is signed in"), {}, {}});
        return finish();
    }
    m_awaited = "applications";
    for (const auto right : {AccountRight::ApplicationsGet, AccountRight::LogsGet, AccountRight::ApplicationsSync}) {
        if (m_instance.projects.isEmpty())
            askRight(right, u"*"_s, u"*"_s);
        for (const auto &project : std::as_const(m_instance.projects))
            askRight(right, project, u"*"_s);
    }
}

void InstanceCheck::askRight(AccountRight right, const QString &project, const QString &application)
{
    ++m_awaitedRights;
    std::ignore =
        m_client->canI(right, project, application, this).then(this, [this, right](const Result<Answer<bool>> &answer) {
            if (m_isDone)
                return;
            takeRight(right, answer ? std::optional(answer->value) : std::nullopt);
            if (--m_awaitedRights == 0)
                rightsAnswered();
        });
}

/// Of several projects all must say yes, of single applications one.
void InstanceCheck::takeRight(AccountRight right, std::optional<bool> has)
{
    if (!has)
        return;
    auto &known = right == AccountRight::ApplicationsGet ? m_rights.applications
        : right == AccountRight::LogsGet                 ? m_rights.logs
                                                         : m_rights.sync;
    if (!known)
        known = has;
    else
        known = m_isNarrowed ? (*known || *has) : (*known && *has);
}

void InstanceCheck::rightsAnswered()
{
    if (!m_rights.applications.value_or(false) && !m_isNarrowed) {
        m_isNarrowed = true;
        return askWhatIsVisible();
    }
    for (auto &finding : judgedRights(m_rights))
        m_findings.push_back(std::move(finding));
    finish();
}

/// Rules name projects and applications: whoever may not read every one may read some.
void InstanceCheck::askWhatIsVisible()
{
    using List = std::shared_ptr<DecodedApplicationList>;
    ListFilter filter;
    filter.projects = m_instance.projects;
    filter.selector = m_instance.selector;
    std::ignore = m_client->list(m_version, ApplicationDetail::Summary, filter, this)
                      .then(this, [this](const Result<Answer<List>> &list) {
                          if (m_isDone)
                              return;
                          if (list)
                              return takeVisible(*list->value);
                          m_rights.applications.reset();
                          rightsAnswered();
                      });
}

void InstanceCheck::takeVisible(const DecodedApplicationList &list)
{
    m_rights.visible = static_cast<int>(list.applications.size());
    if (list.applications.empty())
        m_rights.applications = false;
    std::vector<const Application *> samples; // one a project
    for (const auto &application : list.applications) {
        const bool isKnown = std::ranges::any_of(
            samples, [&](const Application *sample) { return sample->project == application.project; });
        if (!isKnown && samples.size() < kMostSamples)
            samples.push_back(&application);
    }
    if (samples.empty())
        return rightsAnswered();
    m_rights.project = samples.front()->project;
    for (const auto *sample : samples) {
        askRight(AccountRight::LogsGet, sample->project, sample->name);
        askRight(AccountRight::ApplicationsSync, sample->project, sample->name);
    }
}

void InstanceCheck::timeIsUp()
{
    const bool isReach = qstrcmp(m_awaited, "reach") == 0;
    const auto sentence = tr("no answer within %1").arg(formatDuration(m_limit.intervalAsDuration()));
    m_findings.push_back({QString::fromLatin1(m_awaited), isReach ? State::Bad : State::Unknown, sentence,
                          isReach ? remedyFor(Error::Kind::TimedOut) : tr("try again later"),
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
