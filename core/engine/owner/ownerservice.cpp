#include "core/engine/owner/ownerservice.h"

#include "core/io/store/deployments/followstore.h"
#include "core/io/store/encoding/codec.h"

#include <QCborArray>

namespace lynceus {

using namespace Qt::StringLiterals;

QString nameOf(OwnerService::Role role)
{
    return role == OwnerService::Role::Window ? u"window"_s : u"daemon"_s;
}

OwnerService::OwnerService(Engine &engine, OwnerSocket &socket, Role role, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_queries(engine)
    , m_role(role)
{
    connect(&engine, &Engine::started, this, [this] {
        for (const auto &question : std::exchange(m_early, {}))
            answer(question);
    });
    connect(&socket, &OwnerSocket::asked, this, &OwnerService::take);
}

void OwnerService::take(const OwnerQuestion &question)
{
    // Showing the window and handing over do not need servers and store.
    const bool needsEngine = question.verb.startsWith("watch"_L1) || question.verb.startsWith("follow"_L1);
    if (m_engine.state().hasStarted() || !needsEngine)
        answer(question);
    else
        m_early.push_back(question);
}

void OwnerService::answer(const OwnerQuestion &question)
{
    const auto &verb = question.verb;
    if (m_queries.answer(question))
        return;
    if (verb == "watch-add"_L1 || verb == "watch-add-any"_L1 || verb == "watch-add-children"_L1)
        return addWatches(question);
    if (verb == "watch-extend"_L1 || verb == "watch-cancel"_L1)
        return changeWatch(question);
    if (verb == "follow-save"_L1 || verb == "follow-remove"_L1)
        return changeRule(question);
    if (verb == "hand-over"_L1 && m_role == Role::Daemon) {
        question.answer(QCborMap());
        Q_EMIT handOverWanted();
        return;
    }
    question.answer(badInput(u"this version of the %1 does not support this request"_s.arg(nameOf(m_role)), verb));
}

void OwnerService::addWatches(const OwnerQuestion &question)
{
    std::vector<WatchRequest> requests;
    for (const auto &value : question.arguments.value(u"requests"_s).toArray()) {
        auto request = watchRequestFrom(value.toMap());
        if (!request)
            return question.answer(tl::unexpected(request.error()));
        requests.push_back(*std::move(request));
    }
    if (requests.empty())
        return question.answer(badInput(u"the request contains no watch"_s, question.verb));
    m_engine.addWatches(requests, this).then(this, [question](const Result<QStringList> &ids) {
        if (!ids)
            return question.answer(tl::unexpected(ids.error()));
        question.answer(QCborMap{{u"ids"_s, QCborArray::fromStringList(*ids)}});
    });
}

void OwnerService::changeRule(const OwnerQuestion &question)
{
    const auto answer = [question](const Result<void> &done) {
        question.answer(done ? Result<QCborMap>(QCborMap()) : tl::unexpected(done.error()));
    };
    if (question.verb == "follow-remove"_L1) {
        std::ignore = m_engine.removeRule(question.arguments.value(u"name"_s).toString(), this).then(this, answer);
        return;
    }
    const auto rule = followRuleFrom(question.arguments.value(u"rule"_s).toMap());
    if (!rule)
        return question.answer(tl::unexpected(rule.error()));
    std::ignore = m_engine.saveRule(*rule, this).then(this, answer);
}

void OwnerService::changeWatch(const OwnerQuestion &question)
{
    const QString id = question.arguments.value(u"id"_s).toString();
    const auto *watch = m_engine.state().watch(id);
    if (!watch)
        return question.answer(
            tl::unexpected(Error{Error::Kind::NotFound, id, u"no watch %1 on the board"_s.arg(id), false, 0}));
    if (watch->isOver())
        return question.answer(
            badInput(u"watch %1 has ended (%2); use watch repeat"_s.arg(id, nameOf(watch->verdict.outcome)), id));
    if (question.verb == "watch-cancel"_L1) {
        m_engine.cancelWatch(id);
        return question.answer(QCborMap());
    }
    const Duration by(question.arguments.value(u"by"_s).toInteger());
    if (by <= Duration{0})
        return question.answer(badInput(u"the extension must be greater than zero"_s, id));
    m_engine.extendWatch(id, by);
    question.answer(QCborMap());
}

} // namespace lynceus
