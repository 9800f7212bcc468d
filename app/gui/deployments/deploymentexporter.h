#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/engine/deployments/deploymentreport.h"
#include "core/engine/facade/engine.h"

#include <QObject>

#include <functional>

namespace lynceus {

/// Makes files of what a list of deployments shows. Times are in UTC.
class DeploymentExporter final : public QObject
{
    Q_OBJECT
public:
    enum class Format {
        Csv,
        Json,
        Html,     ///< a report, with the timelines of failures
        Markdown, ///< the same
        WatchCsv,
        WatchJson, ///< with evidence
    };
    /// By the end of the name: ".json", ".html", ".md", else CSV.
    [[nodiscard]] static Format formatOf(const QString &fileName);

    struct Listed
    {
        DeploymentReport report; ///< its failures are found here
        std::vector<WatchRecord> watches;
        InstanceNames names;
    };

    explicit DeploymentExporter(Engine &engine, QObject *parent = nullptr);

    /// Hands the content to @p take, at once or when the timelines of a report were read.
    void make(Format format, Listed listed, std::function<void(const QByteArray &content)> take);

private:
    void collectTimelines(Format format, Listed listed, std::size_t next,
                          std::function<void(const QByteArray &content)> take);

    Engine &m_engine;
};

} // namespace lynceus
