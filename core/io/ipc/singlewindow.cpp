#include "core/io/ipc/singlewindow.h"

#include <QCborArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kVerb = "open-window"_L1;
constexpr std::chrono::milliseconds kTryAgain{100};
constexpr qsizetype kMostArguments = 100;
constexpr qsizetype kLongestArgument = 8'192; // characters; a link has at most half of this

QCborMap toCbor(const WindowCall &call)
{
    return {{u"arguments"_s, QCborArray::fromStringList(call.arguments)}, {u"token"_s, call.token}};
}

Result<WindowCall> callFrom(const QCborMap &map)
{
    const auto arguments = map.value("arguments"_L1).toArray();
    WindowCall call;
    call.token = map.value("token"_L1).toString();
    for (const auto &argument : arguments)
        call.arguments.append(argument.toString());
    const bool fits = call.arguments.size() <= kMostArguments && call.token.size() <= kLongestArgument
        && std::ranges::all_of(call.arguments, [](const QString &each) { return each.size() <= kLongestArgument; });
    if (!fits)
        return badInput(u"the arguments are too long"_s);
    return call;
}

} // namespace

SingleWindow::SingleWindow(const OwnerPlace &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_lock(place)
    , m_socket(place, u"window"_s)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SingleWindow::tryOnce);
    connect(&m_socket, &OwnerSocket::asked, this, &SingleWindow::answer);
}

SingleWindow::~SingleWindow() = default;

void SingleWindow::start(const WindowCall &call)
{
    m_call = call;
    m_patience.setRemainingTime(kPatience);
    m_again.start(0);
}

void SingleWindow::tryOnce()
{
    const auto locked = m_lock.tryLock();
    if (!locked)
        Q_EMIT failed(locked.error());
    else if (*locked)
        open();
    else
        handOver();
}

void SingleWindow::open()
{
    const auto listening = m_socket.listen();
    if (listening)
        Q_EMIT first();
    else
        Q_EMIT failed(listening.error());
}

void SingleWindow::handOver()
{
    m_client = std::make_unique<OwnerClient>(m_place);
    m_client->ask(kVerb, toCbor(m_call), this, [this](const Result<QCborMap> &taken) {
        if (taken) {
            Q_EMIT handedOver();
        } else if (m_patience.hasExpired() || taken.error().kind != Error::Kind::Unreachable) {
            Q_EMIT failed(taken.error());
        } else {
            m_again.start(kTryAgain); // it is starting, or exiting: then this process becomes the window
        }
    });
}

void SingleWindow::answer(const OwnerQuestion &question)
{
    if (question.verb != kVerb) {
        question.answer(badInput(u"unknown argument for the window: '%1'"_s.arg(question.verb.left(40))));
        return;
    }
    const auto call = callFrom(question.arguments);
    if (!call) {
        question.answer(tl::unexpected(call.error()));
        return;
    }
    question.answer(QCborMap());
    Q_EMIT called(*call);
}

} // namespace lynceus
