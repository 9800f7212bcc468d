#include "core/engine/views/viewsession.h"

#include "core/domain/time/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kSafety{60'000};
constexpr Duration kAfterChange{300}; // events arrive in bursts
constexpr Duration kFastPoll{3'000};
constexpr Duration kSlowPoll{30'000}; // after a long time without changes
constexpr int kFailuresThatCount = 2; // one lost answer is not reported
constexpr BackoffPolicy kAgain{Duration{1'000}, Duration{30'000}, 2.0, 0.5};
constexpr BackoffPolicy kStreamBackoff{Duration{1'000}, Duration{60'000}, 2.0, 0.5};

double random()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

ViewSession::ViewSession(ApplicationKey key, QString project, InstanceClients &clients, const Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_key(std::move(key))
    , m_project(std::move(project))
    , m_clients(clients)
    , m_clock(clock)
{
    for (auto *timer : {&m_application.timer, &m_tree.timer, &m_streamAgain})
        timer->setSingleShot(true);
    connect(&m_application.timer, &QTimer::timeout, this, &ViewSession::readApplication);
    connect(&m_tree.timer, &QTimer::timeout, this, &ViewSession::readTree);
    connect(&m_streamAgain, &QTimer::timeout, this, &ViewSession::updateStream);
    connect(&clients, &InstanceClients::clientChanged, this, [this](const QString &instance) {
        if (instance == m_key.instance)
            begin();
    });
}

ViewSession::~ViewSession() = default;

void ViewSession::start()
{
    m_slot.reset(m_clients.treeStreamLimiter(m_key.instance)->ask(TreeStreamLimiter::For::View, nullptr));
    connect(m_slot.get(), &TreeSlot::grantedChanged, this, &ViewSession::updateStream);
    begin();
}

void ViewSession::begin()
{
    closeStream();
    m_requests = std::make_unique<QObject>();
    m_application.underWay = m_tree.underWay = false;
    m_client = m_clients.client(m_key.instance);
    reportTrouble();
    if (!m_client) {
        m_application.timer.stop();
        m_tree.timer.stop();
        m_streamAgain.stop();
        return;
    }
    readApplication();
    readTree();
}

void ViewSession::changedInFeed()
{
    if (!m_client)
        return;
    m_application.timer.start(kAfterChange);
    m_unchangedReads = 0;
    if (!m_streams)
        m_tree.timer.start(kAfterChange);
}

void ViewSession::readApplication()
{
    if (m_application.underWay)
        return m_application.timer.start(kAfterChange);
    m_application.underWay = true;
    std::ignore = m_client->application(m_key, m_project, Refresh::None, m_requests.get())
                      .then(m_requests.get(), [this](const Result<Answer<std::shared_ptr<const Application>>> &read) {
                          m_application.underWay = false;
                          if (read)
                              takeApplication(read->value);
                          else
                              takeFailure(m_application, read.error());
                      });
}

void ViewSession::takeApplication(const std::shared_ptr<const Application> &application)
{
    m_application.error.reset();
    m_application.failures = 0;
    m_project = application->project;
    m_application.timer.start(kSafety);
    reportTrouble();
    if (m_application.value && *m_application.value == *application)
        return;
    m_application.value = application;
    Q_EMIT applicationRead(application);
}

void ViewSession::readTree()
{
    if (m_tree.underWay)
        return m_tree.timer.start(kAfterChange);
    m_tree.underWay = true;
    std::ignore = m_client->tree(m_key, m_project, m_requests.get())
                      .then(m_requests.get(), [this](const Result<Answer<std::shared_ptr<const ResourceTree>>> &read) {
                          m_tree.underWay = false;
                          if (!read)
                              return takeFailure(m_tree, read.error());
                          takeTree(read->value);
                          updateStream();
                      });
}

void ViewSession::takeTree(const std::shared_ptr<const ResourceTree> &tree)
{
    m_tree.error.reset();
    m_tree.failures = 0;
    const bool changed = !m_tree.value || *m_tree.value != *tree;
    m_unchangedReads = changed ? 0 : m_unchangedReads + 1;
    m_tree.timer.start(treeWait());
    reportTrouble();
    if (!changed)
        return;
    m_tree.value = tree;
    Q_EMIT treeRead(tree);
}

Duration ViewSession::treeWait() const
{
    if (m_streams)
        return kSafety;
    constexpr int kDoublings = 4;
    return std::min(kSlowPoll, kFastPoll * (1 << std::min(m_unchangedReads, kDoublings)));
}

template<typename T>
void ViewSession::takeFailure(Part<T> &part, const Error &error)
{
    part.error = error;
    ++part.failures;
    part.timer.start(backoffDelay(kAgain, part.failures, random()));
    reportTrouble();
}

void ViewSession::reportTrouble()
{
    std::optional<Error> trouble;
    const auto consider = [&trouble](const auto &part) {
        if (!trouble && part.error && (!part.value || part.failures >= kFailuresThatCount))
            trouble = part.error;
    };
    if (!m_clients.client(m_key.instance))
        trouble = Error{Error::Kind::Cancelled, {}, u"the instance is paused"_s, false, 0};
    consider(m_application);
    consider(m_tree);
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    Q_EMIT troubleChanged(trouble);
}

void ViewSession::updateStream()
{
    if (!m_slot->isGranted() || !m_client) {
        closeStream();
        if (m_client)
            m_tree.timer.start(treeWait());
    } else if (!m_stream && !m_streamAgain.isActive() && m_tree.value) {
        openStream();
    }
}

void ViewSession::openStream()
{
    m_stream = std::make_unique<TreeFeed>(m_client->access(), m_clock, m_key, m_project, nullptr);
    connect(m_stream.get(), &TreeFeed::opened, this, [this] {
        m_streams = true;
        m_streamFailures = 0;
        readTree(); // for changes between the last read and the subscription
    });
    connect(m_stream.get(), &TreeFeed::treeArrived, this, &ViewSession::takeTree);
    connect(m_stream.get(), &TreeFeed::ended, this, &ViewSession::streamEnded);
    m_stream->open();
}

void ViewSession::closeStream()
{
    m_streams = false;
    if (!m_stream)
        return;
    m_stream->disconnect(this);
    m_stream.release()->deleteLater(); // this may be called from one of its signals
}

void ViewSession::streamEnded(const Error &)
{
    closeStream();
    m_streamAgain.start(backoffDelay(kStreamBackoff, ++m_streamFailures, random()));
    m_unchangedReads = 0;
    m_tree.timer.start(kAfterChange); // the answer shows whether there is a problem
}

} // namespace lynceus
