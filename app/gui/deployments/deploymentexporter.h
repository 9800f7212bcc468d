#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/engine/deployments/deploymentreport.h"
#include "core/engine/facade/engine.h"

#include <QObject>

#include <functional>

namespace lynceus {

/// Exports a list of deployments to files. Times are in UTC.
class DeploymentExporter final : public QObject
{
    Q_OBJECT
public:
    enum class Format {
        Csv,
        Json,
        Html,     ///< a report with the timelines of failures
        Markdown, ///< a report, as Html
        WatchCsv,
        WatchJson, ///< with evidence
    };
    /// Chosen by suffix: ".json", ".html", ".md", otherwise CSV.
    [[nodiscard]] static Format formatOf(const QString &fileName);

    struct Listed
    {
        DeploymentReport report; ///< the exporter fills in its failures
        std::vector<WatchRecord> watches;
        InstanceNames names;
    };

    explicit DeploymentExporter(Engine &engine, QObject *parent = nullptr);

    /// Passes the content to @p take, synchronously or after the timelines of a report were read.
    void make(Format format, Listed listed, std::function<void(const QByteArray &content)> take);

private:
    void collectTimelines(Format format, Listed listed, std::size_t next,
                          std::function<void(const QByteArray &content)> take);

    Engine &m_engine;
};

} // namespace lynceus
