#include "core/io/ipc/ownership.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::chrono::milliseconds kTryAgain{30}; // the user is waiting for the window
constexpr int kTimesElsewhere = 10;                // a new holder may not have written its host yet

} // namespace

Ownership::Ownership(const OwnerPlace &place, const QString &role, QObject *parent)
    : QObject(parent)
    , m_lock(place)
    , m_socket(place, role)
    , m_place(place)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Ownership::tryOnce);
}

Ownership::~Ownership() = default;

void Ownership::take(Wish wish)
{
    m_wish = wish;
    m_promised = false;
    m_seenElsewhere = 0;
    m_patience.setRemainingTime(kPatience);
    m_again.start(0);
}

void Ownership::release()
{
    m_socket.close();
    m_lock.release();
}

void Ownership::tryOnce()
{
    const auto locked = m_lock.tryLock();
    if (!locked)
        Q_EMIT failed(locked.error());
    else if (*locked)
        listen();
    else if (isElsewhere())
        Q_EMIT failed(stuck());
    else if (m_wish == Wish::IfFree)
        findProcess();
    else if (m_patience.hasExpired())
        Q_EMIT failed(stuck());
    else if (m_promised)
        m_again.start(kTryAgain);
    else
        askToHandOver();
}

void Ownership::listen()
{
    m_client.reset();
    const auto listening = m_socket.listen();
    if (listening)
        Q_EMIT owned();
    else
        Q_EMIT failed(listening.error());
}

/// A command holds the lock briefly, and an exiting owner a little longer: only a process that greets is the owner.
void Ownership::findProcess()
{
    m_client = std::make_unique<OwnerClient>(m_place);
    connect(m_client.get(), &OwnerClient::greeted, this, [this] { Q_EMIT occupied(m_lock.holder().process); });
    connect(m_client.get(), &OwnerClient::lost, this, [this](const Error &error) {
        if (error.kind == Error::Kind::Unreachable && !m_patience.hasExpired())
            m_again.start(kTryAgain);
        else
            Q_EMIT failed(error.kind == Error::Kind::Malformed ? error : stuck());
    });
}

void Ownership::askToHandOver()
{
    m_client = std::make_unique<OwnerClient>(m_place);
    m_client->ask(u"hand-over"_s, {}, this, [this](const Result<QCborMap> &answer) {
        const bool isOther = !answer && answer.error().kind == Error::Kind::BadInput;
        if (isOther || (!answer && answer.error().kind == Error::Kind::Malformed)) {
            Q_EMIT failed(isOther ? stuck() : answer.error());
            return;
        }
        m_promised = answer.has_value();
        m_again.start(kTryAgain); // it exits, or it was starting or exiting when we asked
    });
}

/// Its socket is on another computer, so waiting for an answer is useless.
bool Ownership::isElsewhere()
{
    const auto holder = m_lock.holder();
    m_seenElsewhere = holder.process != 0 && !holder.isOnThisComputer ? m_seenElsewhere + 1 : 0;
    return m_seenElsewhere >= kTimesElsewhere;
}

Error Ownership::stuck() const
{
    const auto holder = m_lock.holder();
    const auto sentence = holder.isOnThisComputer
        ? u"process %1 runs the engine but does not respond; end that process first"_s.arg(holder.process)
        : u"Lynceus is running on %2 (process %1) with the same home folder and uses the store; quit it there first"_s
              .arg(holder.process)
              .arg(holder.host);
    return {Error::Kind::BadInput, m_place.lockFile, sentence, false, 0};
}

} // namespace lynceus
