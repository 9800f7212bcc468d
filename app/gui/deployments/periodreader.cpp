#include "app/gui/deployments/periodreader.h"

#include "core/engine/facade/engine.h"

#include <utility>

namespace lynceus {

PeriodReader::PeriodReader(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(&engine, &Engine::deploymentChanged, this, [this](const Deployment &deployment) {
        if (m_isReading)
            m_changed.push_back(deployment);
    });
    connect(&engine, &Engine::watchChanged, this, [this](const WatchRecord &watch) {
        if (m_isReading && watch.isOver())
            m_ended.push_back(watch);
    });
}

void PeriodReader::read(std::optional<Instant> from, Instant now)
{
    const int number = ++m_asked;
    m_isReading = true;
    DeploymentQuery query;
    if (from)
        query.from = *from - (now - *from); // and the previous period
    query.limit = kMost;
    m_engine.deployments(query, this).then(this, [this, number, from](const Result<std::vector<Deployment>> &answer) {
        if (number != m_asked)
            return;
        if (answer)
            readWatches(from, *answer);
        else
            fail(answer.error());
    });
}

void PeriodReader::readWatches(std::optional<Instant> from, std::vector<Deployment> deployments)
{
    HistoryQuery query;
    query.from = from;
    query.limit = kMostWatches;
    m_engine.history(query, this)
        .then(this,
              [this, number = m_asked,
               deployments = std::move(deployments)](const Result<std::vector<WatchRecord>> &answer) mutable {
                  if (number != m_asked)
                      return;
                  if (answer)
                      finish(std::move(deployments), *answer);
                  else
                      fail(answer.error());
              });
}

void PeriodReader::finish(std::vector<Deployment> deployments, std::vector<WatchRecord> ended)
{
    m_isReading = false;
    const bool isCut = int(deployments.size()) >= kMost || int(ended.size()) >= kMostWatches;
    Q_EMIT contentRead(
        {std::move(deployments), std::move(ended), isCut, std::exchange(m_changed, {}), std::exchange(m_ended, {})});
}

void PeriodReader::fail(const Error &error)
{
    m_isReading = false;
    m_changed.clear();
    m_ended.clear();
    Q_EMIT failed(error);
}

} // namespace lynceus
