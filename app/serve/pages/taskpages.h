#pragma once

#include "app/serve/serveconfig.h"
#include "core/domain/http/requestparser.h"
#include "core/io/serve/httpreply.h"
#include "core/io/tasks/taskstore.h"

namespace lynceus {

/// The pages of a team server: list of tasks, and one task. Used in the thread of the store. Readable without
/// JavaScript; with it, they update themselves.
class TaskPages final
{
public:
    /// @p base: as for pageReply().
    explicit TaskPages(std::vector<ServedInstance> instances, QString base = {});

    /// "/?app=NAME&project=NAME&state=STATE&page=N", newest first.
    [[nodiscard]] HttpReply list(TaskStore &store, const HttpRequest &request) const;
    /// @p id as written in the path.
    [[nodiscard]] HttpReply task(TaskStore &store, const QString &id) const;
    /// Replaces both pages while the store is unavailable.
    [[nodiscard]] HttpReply unavailable() const;
    /// An error page. @p status: 401, 403, 404, 429 or 503. @p reason: a clause or a sentence.
    [[nodiscard]] HttpReply refused(int status, const QString &reason) const;
    /// "style.css" or "live.js".
    [[nodiscard]] static HttpReply asset(const QString &name);

private:
    [[nodiscard]] QString linkTo(const StoredTask &stored) const;

    const std::vector<ServedInstance> m_instances;
    const QString m_base;
};

} // namespace lynceus
