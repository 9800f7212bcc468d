#pragma once

#include "app/serve/serveconfig.h"
#include "core/domain/http/requestparser.h"
#include "core/io/serve/httpreply.h"
#include "core/io/tasks/taskstore.h"

namespace lynceus {

/// The pages of a team server: all tasks, and one task. They can be read without JavaScript; with it, they stay up to
/// date.
class TaskPages final
{
public:
    /// Both outlive this.
    TaskPages(const ServeConfig &config, TaskStore &store);

    /// "/?app=NAME&project=NAME&state=STATE&page=N", newest first.
    [[nodiscard]] HttpReply list(const HttpRequest &request) const;
    /// @p id as it stands in the path.
    [[nodiscard]] HttpReply task(const QString &id) const;
    /// "style.css" or "live.js".
    [[nodiscard]] static HttpReply asset(const QString &name);

private:
    [[nodiscard]] QString linkTo(const StoredTask &stored) const;

    const ServeConfig &m_config;
    TaskStore &m_store;
};

} // namespace lynceus
