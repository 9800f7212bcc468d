#include "core/engine/owner/ownerqueries.h"

#include "core/io/settings/instancesjson.h"
#include "core/io/store/encoding/applicationblob.h"
#include "core/io/store/encoding/codec.h"

#include <QCborArray>

#include <algorithm>
#include <memory>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

// Writing a part takes one or two milliseconds, so that a window that owns the engine stays responsive.
constexpr std::size_t kWatchesAPart = 32;
constexpr std::size_t kApplicationsAPart = 250;

/// The next @p most of @p values from position @p at, which is advanced.
template<typename T>
std::span<const T> nextOf(const std::vector<T> &values, std::size_t &at, std::size_t most)
{
    const auto from = std::exchange(at, std::min(values.size(), at + most));
    return std::span(values).subspan(from, at - from);
}

OwnerQuestion::NextPart partsOf(const std::vector<WatchRecord> &records)
{
    return [records = std::make_shared<const std::vector<WatchRecord>>(records),
            at = std::size_t{0}]() mutable -> std::optional<QCborMap> {
        if (at == records->size())
            return std::nullopt;
        QCborArray watches;
        for (const auto &record : nextOf(*records, at, kWatchesAPart))
            watches.append(toCbor(record));
        return QCborMap{{u"watches"_s, watches}};
    };
}

OwnerQuestion::NextPart partsOf(const InstanceSnapshot &known)
{
    return [known = std::make_shared<const InstanceSnapshot>(known), at = std::size_t{0},
            begun = false]() mutable -> std::optional<QCborMap> {
        const auto &all = known->applications;
        if (!std::exchange(begun, true))
            return QCborMap{{u"heardAt"_s, qint64{known->state.receivedAt->time_since_epoch().count()}},
                            {u"count"_s, qint64(all.size())}};
        if (at == all.size())
            return std::nullopt;
        return QCborMap{{u"applications"_s, applicationBytes(nextOf(all, at, kApplicationsAPart))}};
    };
}

Error notOfNow(const QString &instance, const QString &why)
{
    return {Error::Kind::NotAllowed, instance, why, true, 0};
}

} // namespace

OwnerQueries::OwnerQueries(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(&engine, &Engine::signInChanged, this, [this](const SignInProgress &progress) {
        if (progress.step == SignInProgress::Step::Done)
            m_signedInElsewhere.remove(progress.instance);
    });
}

bool OwnerQueries::answer(const OwnerQuestion &question)
{
    if (question.verb == "watch-board"_L1)
        answerBoard(question);
    else if (question.verb == "watch-history"_L1)
        answerHistory(question);
    else if (question.verb == "watch-story"_L1)
        answerWatch(question);
    else if (question.verb == "applications"_L1)
        answerApplications(question);
    else if (question.verb == "sign-in-changed"_L1)
        noteSignIn(question);
    else
        return false;
    return true;
}

void OwnerQueries::answerBoard(const OwnerQuestion &question)
{
    m_engine.board(this).then(this, [question](const Result<std::vector<WatchRecord>> &board) {
        if (!board)
            return question.answer(tl::unexpected(board.error()));
        question.answerInParts(partsOf(*board));
    });
}

void OwnerQueries::answerHistory(const OwnerQuestion &question)
{
    const auto query = historyQueryFrom(question.arguments.value(u"query"_s).toMap());
    if (!query)
        return question.answer(tl::unexpected(query.error()));
    m_engine.history(*query, this).then(this, [question](const Result<std::vector<WatchRecord>> &records) {
        if (!records)
            return question.answer(tl::unexpected(records.error()));
        question.answerInParts(partsOf(*records));
    });
}

void OwnerQueries::answerWatch(const OwnerQuestion &question)
{
    const auto id = question.arguments.value(u"id"_s).toString();
    m_engine.watch(id, this).then(this, [question](const Result<WatchDetails> &details) {
        question.answer(details.map([](const WatchDetails &found) { return toCbor(found); }));
    });
}

/// A session without sign-in finds the new one; a signed-in session keeps its token until it expires or is refused.
void OwnerQueries::noteSignIn(const OwnerQuestion &question)
{
    const auto instance = question.arguments.value(u"instance"_s).toString();
    m_signedInElsewhere.insert(instance);
    m_engine.retry(instance);
    question.answer(QCborMap());
}

void OwnerQueries::answerApplications(const OwnerQuestion &question)
{
    const auto asked = instancesFromJson(question.arguments.value(u"instance"_s).toByteArray());
    if (!asked || asked->instances.size() != 1)
        return question.answer(badInput(u"no instance given"_s, question.verb));
    if (m_signedInElsewhere.contains(asked->instances.front().id))
        return question.answer(
            tl::unexpected(notOfNow(asked->instances.front().name, u"the sign-in was changed by another process"_s)));
    m_engine.snapshot(asked->instances.front().id, this)
        .then(this, [question, instance = asked->instances.front()](const Result<InstanceSnapshot> &known) {
            if (!known)
                return question.answer(tl::unexpected(known.error()));
            if (known->state.instance != instance)
                return question.answer(tl::unexpected(notOfNow(instance.name, u"it has just changed"_s)));
            const bool isLive = known->state.connection == Connection::Live && known->state.receivedAt;
            if (!isLive || !known->isComplete)
                return question.answer(tl::unexpected(notOfNow(instance.name, u"its data is not complete"_s)));
            question.answerInParts(partsOf(*known));
        });
}

} // namespace lynceus
