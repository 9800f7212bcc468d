#include "core/io/ipc/ownership.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::chrono::milliseconds kTryAgain{30}; // a person waits for the window

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
    else if (m_wish == Wish::IfFree)
        lookWhoIsThere();
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

/// A verb has the lock for a moment, and an owner that ends for a little longer: only who greets is there.
void Ownership::lookWhoIsThere()
{
    m_client = std::make_unique<OwnerClient>(m_place);
    connect(m_client.get(), &OwnerClient::greeted, this, [this] { Q_EMIT occupied(m_lock.holder()); });
    connect(m_client.get(), &OwnerClient::lost, this, [this](const Error &error) {
        if (error.kind != Error::Kind::Unreachable || m_patience.hasExpired())
            Q_EMIT occupied(m_lock.holder());
        else
            m_again.start(kTryAgain);
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
        m_again.start(kTryAgain); // it goes, or it was about to begin or to end when we asked
    });
}

Error Ownership::stuck() const
{
    return {Error::Kind::BadInput, m_place.lockFile,
            u"process %1 has the engine and does not give it up; end that process first"_s.arg(m_lock.holder()), false,
            0};
}

} // namespace lynceus
